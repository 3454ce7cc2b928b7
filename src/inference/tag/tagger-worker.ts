/** A worker that makes and stores tags, so that no answer waits for them. */
import { collectGarbageEvery } from '../../async/collect-garbage-every.ts'
import { garmentColours } from '../../colour/garment-colours.ts'
import { toHistoryError } from '../../history/history-error.ts'
import { saveTags } from '../../history/tags/save-tags.ts'
import { openResampler } from '../resample/open-resampler.ts'
import { openJpegEncoder } from './jpeg/open-jpeg-encoder.ts'
import { storeInBatches } from './store-in-batches.ts'
import type { FromTagger, MadeVisuals, TaggerTask, ToTagger, Visuals, VisualsInput } from './tagger-messages.ts'
import { makeThumbnail } from './thumbnail.ts'

/** Number of tasks, two for each batch of up to 30 pictures, after which garbage is collected. */
const COLLECT_AFTER_COUNT = 6

const resampler = openResampler()
const collectGarbage = collectGarbageEvery(COLLECT_AFTER_COUNT)
const encoder = openJpegEncoder()

addEventListener('message', async ({ data }: MessageEvent<ToTagger>) => {
  try {
    const result = await work(data)
    answer(
      { id: data.id, result },
      result?.pixels.map(({ buffer }) => buffer as ArrayBuffer),
    )
  } catch (error) {
    answer({ id: data.id, failure: toHistoryError(error).trouble })
  } finally {
    collectGarbage()
  }
})

async function work(task: TaggerTask): Promise<MadeVisuals | undefined> {
  if (task.type === 'store') {
    await storeInBatches(task.tags, saveTags)
    return undefined
  }
  // One at a time: they share a buffer.
  const visuals: (Visuals | undefined)[] = []
  for (const input of task.inputs) visuals.push(await makeVisuals(input))
  return { visuals, pixels: task.inputs.map(({ pixels }) => pixels) }
}

async function makeVisuals({ pixels, natural, map }: VisualsInput): Promise<Visuals | undefined> {
  try {
    const thumbnail = await makeThumbnail(await resampler, pixels, natural)
    return { thumbnail: (await encoder).encode(thumbnail), colours: garmentColours(thumbnail, map) }
  } catch (error) {
    console.warn('The thumbnail could not be made.', error)
    return undefined
  }
}

function answer(message: FromTagger, transfer: ArrayBuffer[] = []): void {
  postMessage(message, { transfer })
}
