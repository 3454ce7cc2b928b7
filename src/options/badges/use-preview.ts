import { useEffect, useState } from 'preact/hooks'
import { isAnswered } from '../../apparel/answer.ts'
import type { Prediction } from '../../apparel/prediction.ts'
import { predictionOf } from '../../history/tag-prediction.ts'
import { newestTags } from '../../history/tags/read-tags.ts'
import { watchHistory } from '../../history/watch-history.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import { samples } from './samples.ts'

const MAX_TILES = 24
/** With fewer tags, the samples show more. */
const MIN_TAGS = 8

/** A picture and its prediction. */
export interface Tile {
  key: string
  url: string
  prediction: Prediction
}

/** Pictures that show the effect of a setting. Undefined until they are loaded. */
export type Preview = { from: 'history' | 'samples'; tiles: Tile[] } | undefined

/** Returns the newest pictures of the user's history, or samples that the network classifies now. */
export function usePreview(host: HostPort): Preview {
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    const life = new AbortController()
    const load = async () => {
      const tiles = await fromHistory().catch(() => [])
      const found: Preview =
        tiles.length >= MIN_TAGS ? { from: 'history', tiles } : { from: 'samples', tiles: await fromSamples(host) }
      if (!life.signal.aborted) setPreview(found)
    }
    watchHistory(change => change.type === 'erased' && void load(), life.signal)
    void load()
    return () => life.abort()
  }, [host])

  return preview
}

async function fromHistory(): Promise<Tile[]> {
  const tags = await newestTags({ limit: MAX_TILES })
  return tags.flatMap(tag => {
    const prediction = predictionOf(tag)
    return prediction ? [{ key: tag.id, url: tag.picture, prediction }] : []
  })
}

async function fromSamples(host: HostPort): Promise<Tile[]> {
  const tiles = await Promise.all(
    samples.map(async url => {
      const bytes = await (await fetch(url)).blob()
      const answer = await host.ask({ bytes }, 'asked').answer
      return isAnswered(answer) ? { key: url, url, prediction: answer.prediction } : undefined
    }),
  )
  return tiles.filter(tile => tile !== undefined)
}
