import type { StoredExample } from '../../teaching/database/schema.ts'
import { readPicture, updateExample } from '../../teaching/examples.ts'
import { announceTeaching } from '../../teaching/watch-teaching.ts'

/** Interval between checks whether there is more urgent work. */
const CHECK_INTERVAL_MS = 100

/** What the network computes for an example's picture. */
type Embedded = Pick<StoredExample, 'embedding' | 'logits' | 'kinds' | 'network'>

/**
 * Embeds the pictures of examples again that another network has embedded: until then they teach by their fingerprints only.
 * What fails is tried again by the next host.
 * @param isBusy whether there is more urgent work
 */
export async function embedAgain(
  examples: readonly StoredExample[],
  embed: (picture: Blob) => Promise<Embedded>,
  isBusy: () => boolean,
): Promise<void> {
  let count = 0
  for (const { id } of examples) {
    while (isBusy()) await new Promise(resolve => setTimeout(resolve, CHECK_INTERVAL_MS))
    try {
      const picture = await readPicture(id)
      if (picture && (await updateExample(id, await embed(new Blob([picture]))))) count++
    } catch (error) {
      console.warn('An example could not be embedded again.', error)
    }
  }
  if (count > 0) announceTeaching()
}
