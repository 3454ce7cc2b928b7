/** A worker that makes and stores tags, so that no answer waits for them. */
import { garmentColours } from '../../colour/garment-colours.ts'
import { toHistoryError } from '../../history/history-error.ts'
import { keepTags } from '../../history/tags.ts'
import { openResampler } from '../resample/open-resampler.ts'
import { keepInBatches } from './keep-in-batches.ts'
import type { FromTagger, Portrait, Portrayed, Sketch, TaggerTask, ToTagger } from './tagger-messages.ts'
import { encodeThumbnail, makeThumbnail } from './thumbnail.ts'

const resampler = openResampler()

addEventListener('message', async ({ data }: MessageEvent<ToTagger>) => {
  try {
    const result = await work(data)
    answer(
      { id: data.id, result },
      result?.pixels.map(({ buffer }) => buffer as ArrayBuffer),
    )
  } catch (error) {
    answer({ id: data.id, failure: toHistoryError(error).trouble })
  }
})

async function work(task: TaggerTask): Promise<Portrayed | undefined> {
  if (task.type === 'keep') {
    await keepInBatches(task.tags, keepTags)
    return undefined
  }
  // One at a time, to hold one canvas only.
  const portraits: (Portrait | undefined)[] = []
  for (const sketch of task.sketches) portraits.push(await portray(sketch))
  return { portraits, pixels: task.sketches.map(({ pixels }) => pixels) }
}

async function portray({ pixels, natural, map }: Sketch): Promise<Portrait | undefined> {
  try {
    const thumbnail = await makeThumbnail(await resampler, pixels, natural)
    return { thumbnail: await encodeThumbnail(thumbnail), colours: garmentColours(thumbnail, map) }
  } catch (error) {
    console.warn('The thumbnail could not be made.', error)
    return undefined
  }
}

function answer(message: FromTagger, transfer: ArrayBuffer[] = []): void {
  postMessage(message, { transfer })
}
