import { median, quantile } from '../median.ts'
import type { Part } from '../report/part.ts'
import { inBrowser, openOwn } from './arena.ts'

const RUNS = 80
/** Median of the crops that the classifier looks at in a street photograph. */
const CROPS = 4
/** Most times the classifier's time that the detector may take: 40 ms where the classifier takes 5. */
const MOST_TIMES = 8

/** The search for garments beside the classifier, in the same thread and minute. */
export async function measureGarments(): Promise<Part> {
  const { cold, detector, classifier } = await inBrowser([], async launched => {
    const page = await openOwn(launched)
    return page.evaluate(count => globalThis.timeSearch(count), RUNS)
  })
  const [one, crop] = [median(detector), median(classifier)]
  const whole = one + CROPS * crop
  const row = (what: string, ms: number, p90?: number) => [
    what,
    ms.toFixed(1),
    p90?.toFixed(1) ?? '–',
    `${(ms / crop).toFixed(1)} ×`,
  ]
  return {
    title: 'The garments in a picture',
    notes: [
      'One thread on WebAssembly, from RGB bytes in memory to boxes. The detector and the classifier took turns. *Cold* is the time',
      'from the files to the first boxes.',
    ],
    tables: [
      {
        title: 'The detector and the classifier',
        head: ['', 'median ms', 'p90', '÷ classifier'],
        rows: [
          row('classifier, one crop', crop, quantile(classifier, 0.9)),
          row('detector', one, quantile(detector, 0.9)),
          row(`detector and ${CROPS} crops, as in a street photograph`, whole),
          row('detector, cold', cold),
        ],
      },
    ],
    figures: [
      {
        what: 'detector of garments',
        seen: `${(one / crop).toFixed(1)} × the classifier`,
        bar: `≤ ${MOST_TIMES} ×`,
        isMet: one / crop <= MOST_TIMES,
      },
    ],
    samples: { detector, classifier },
  }
}
