import { useEffect, useState } from 'preact/hooks'
import { isAnswered } from '../../apparel/answer.ts'
import type { Prediction } from '../../apparel/prediction.ts'
import { newestTags } from '../../history/tags/read-tags.ts'
import { watchHistory } from '../../history/watch-history.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import { samples } from './samples.ts'

/** Tags that are shown, and with how few of them the samples say more. */
const MOST = 24
const LEAST = 8

/** A picture, and what the network said of it. */
export interface Tile {
  key: string
  url: string
  prediction: Prediction
}

/** Pictures on which a choice can be seen; undefined until they are there. */
export type Preview = { from: 'history' | 'samples'; tiles: Tile[] } | undefined

/** The newest of the person's own history, or samples that the network looks at now. */
export function usePreview(host: HostPort): Preview {
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    const life = new AbortController()
    const load = async () => {
      const tiles = await fromHistory().catch(() => [])
      const found: Preview =
        tiles.length >= LEAST ? { from: 'history', tiles } : { from: 'samples', tiles: await fromSamples(host) }
      if (!life.signal.aborted) setPreview(found)
    }
    watchHistory(change => change.type === 'erased' && void load(), life.signal)
    void load()
    return () => life.abort()
  }, [host])

  return preview
}

async function fromHistory(): Promise<Tile[]> {
  const tags = await newestTags({ limit: MOST })
  return tags.map(({ id, picture, garment, confidence, probabilities }) => ({
    key: id,
    url: picture,
    prediction: { verdict: 'garment', garment, confidence, probabilities },
  }))
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
