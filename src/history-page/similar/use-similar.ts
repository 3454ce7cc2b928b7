import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Catalogue } from '../../history/search/catalogue.ts'
import type { Query } from '../../history/search/query.ts'
import { type SimilarItem, SimilarityIndex } from '../../history/similar/similarity-index.ts'
import type { CatalogueState } from '../data/use-catalogue.ts'

/** What to compare with: a tag's id, or an embedding. */
export type Reference = string | Int8Array

export interface SimilarState {
  /** Most similar first; undefined until all embeddings are read. */
  items: SimilarItem[] | undefined
  /** Share of the embeddings that are read, 0..1. */
  progress: number
}

/** Results beyond this look different. */
const MAX_RESULTS = 200

/** Finds tags that look like a reference. Reads the embeddings on first use and keeps them as long as the page lives. */
export function useSimilar(
  { catalogue, isComplete, version }: CatalogueState,
  like: Reference | undefined,
  query: Query,
): SimilarState | undefined {
  const similar = useRef<SimilarityIndex>()
  const abort = useMemo(() => new AbortController(), [])
  const [isReady, setReady] = useState(false)
  const [progress, setProgress] = useState(0)
  const isWanted = like !== undefined && isComplete

  useEffect(() => () => abort.abort(), [abort])
  useEffect(() => {
    if (!isWanted || similar.current) return
    const items = new SimilarityIndex(catalogue, () => setProgress(shareOf(items, catalogue)), abort.signal)
    similar.current = items
    const failed = () => {
      // The next attempt reads them again.
      similar.current = undefined
    }
    items.complete.then(() => setReady(true), failed)
  }, [isWanted])

  const items = useMemo(() => {
    if (like === undefined || !isReady) return undefined
    return typeof like === 'string'
      ? similar.current?.ofTag(like, MAX_RESULTS, query)
      : similar.current?.ofPicture(like, MAX_RESULTS, query)
  }, [like, isReady, query, version])
  return like === undefined ? undefined : { items, progress }
}

/** Rounded to whole percents, so that the page does not render for every batch. */
function shareOf(items: SimilarityIndex, catalogue: Catalogue): number {
  return Math.min(1, Math.round((100 * items.size) / Math.max(1, catalogue.size)) / 100)
}
