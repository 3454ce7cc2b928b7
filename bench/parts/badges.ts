import { withBench } from '../page/open-bench.ts'
import { measureThroughput } from '../page/throughput.ts'
import type { Part } from '../report/part.ts'

/** Throughput on a page of 100 pictures, compared with the network alone. */
export async function measureBadges(): Promise<Part> {
  return {
    title: 'Page to badges',
    notes: [
      'Pictures a second on a page of 100, from the first answer to the last, compared with the network alone on pixels in',
      'memory, alternately. Reading, decoding and storing tags run beside the network.',
    ],
    tables: [],
    figures: await withBench(measureThroughput),
    samples: {},
  }
}
