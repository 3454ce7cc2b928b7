/** A worker that makes and keeps tags, so that no answer waits for it. */
import { garmentColours } from '../colour/garment-colours.ts'
import { toHistoryError } from '../history/history-error.ts'
import { keepTags } from '../history/tags.ts'
import { createKeeper } from './keep-together.ts'
import type { FromTagger, Portrait, ToTagger } from './tagger-messages.ts'
import { encodeThumbnail } from './thumbnail.ts'

const keep = createKeeper(keepTags)

addEventListener('message', async ({ data }: MessageEvent<ToTagger>) => {
  try {
    answer({ id: data.id, result: await work(data) })
  } catch (error) {
    answer({ id: data.id, failure: toHistoryError(error).trouble })
  }
})

async function work(task: ToTagger): Promise<Portrait | undefined> {
  if (task.type === 'portray')
    return { thumbnail: await encodeThumbnail(task.pixels), colours: garmentColours(task.pixels, task.map) }
  await keep(task.tag)
  return undefined
}

function answer(message: FromTagger): void {
  postMessage(message)
}
