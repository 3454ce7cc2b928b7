import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Catalogue } from '../../history/search/catalogue.ts'
import type { Query } from '../../history/search/query.ts'
import { type SimilarItem, SimilarityIndex } from '../../history/similar/similarity-index.ts'
import type { CatalogueState } from '../data/use-catalogue.ts'

/** What to look for: a tag's id, or an embedding. */
export type Like = string | Int8Array

export interface SimilarState {
  /** The likest first; undefined until all embeddings are read. */
  items: SimilarItem[] | undefined
  /** How many of them are read, 0..1. */
  progress: number
}

/** So many are shown: what comes after looks like something else. */
const MOST = 200

/** What looks like something, once something is given. The embeddings are read then, and stay as long as the page. */
export function useSimilar(
  { catalogue, isComplete, version }: CatalogueState,
  like: Like | undefined,
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
      // Another try reads them anew.
      similar.current = undefined
    }
    items.complete.then(() => setReady(true), failed)
  }, [isWanted])

  const items = useMemo(() => {
    if (like === undefined || !isReady) return undefined
    return typeof like === 'string'
      ? similar.current?.ofTag(like, MOST, query)
      : similar.current?.ofPicture(like, MOST, query)
  }, [like, isReady, query, version])
  return like === undefined ? undefined : { items, progress }
}

/** In whole percents, so that the page is not drawn anew for each part. */
function shareOf(items: SimilarityIndex, catalogue: Catalogue): number {
  return Math.min(1, Math.round((100 * items.size) / Math.max(1, catalogue.size)) / 100)
}
