import { withBench } from '../page/open-bench.ts'
import { measureThroughput } from '../page/throughput.ts'
import type { Part } from '../report/part.ts'

/** A page of 100 pictures against the network alone. */
export async function measureBadges(): Promise<Part> {
  return {
    title: 'Page to badges',
    notes: [
      'Pictures a second on a page of 100, from the first answer to the last, against the network alone on pixels in',
      'memory; by turns. Reading, decoding and keeping tags go on beside the network.',
    ],
    tables: [],
    figures: await withBench(measureThroughput),
    samples: {},
  }
}
