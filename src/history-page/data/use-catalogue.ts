import { useEffect, useMemo, useState } from 'preact/hooks'
import { type HistoryTrouble, toHistoryError } from '../../history/history-error.ts'
import { lastSaveFailure } from '../../history/save-failure.ts'
import { Catalogue } from '../../history/search/catalogue.ts'
import { Entries } from '../../history/search/entries.ts'
import type { Facets } from '../../history/search/facets.ts'
import type { ListedTag } from '../../history/tag.ts'
import { readOverview } from '../../history/tags/read-tags.ts'
import { watchHistory } from '../../history/watch-history.ts'

/** Changes within this time cause a single update: a shop page tags dozens of pictures in a burst. */
const THROTTLE_MS = 100
/** Tags shown at once, while the whole history is read: more than fit on a screen. */
const FIRST_TAG_COUNT = 120
/** Longest wait for the frame that shows them. */
const LONGEST_FRAME_MS = 200

export interface CatalogueState {
  catalogue: Catalogue
  /** What can be searched: everything, or the newest tags while the history is read; undefined until those are read. */
  searchable: Pick<Catalogue, 'search' | 'get'> | undefined
  isComplete: boolean
  /** The number of tags of each class and kind when the page was opened; undefined until it is read. */
  counts: Pick<Facets, 'garments' | 'kinds'> | undefined
  /** Changes with each change of the catalogue. */
  version: number
  trouble: HistoryTrouble | undefined
}

/**
 * The history in memory, kept up to date.
 * @param onFirst receives the newest tags with their pictures
 */
export function useCatalogue(onFirst: (tags: ListedTag[]) => void): CatalogueState {
  const abort = useMemo(() => new AbortController(), [])
  const [version, setVersion] = useState(0)
  const [newest, setNewest] = useState<Entries>()
  const [counts, setCounts] = useState<CatalogueState['counts']>()
  const [trouble, setTrouble] = useState(lastSaveFailure)
  const first = useMemo(() => readOverview(FIRST_TAG_COUNT), [])
  const catalogue = useMemo(() => {
    let isGathering = false
    const changed = () => {
      // Nothing searches an incomplete catalogue.
      if (isGathering || !catalogue.isComplete) return
      isGathering = true
      setTimeout(() => {
        isGathering = false
        setVersion(version => version + 1)
      }, THROTTLE_MS)
    }
    // Reading everything at once would make the first tags wait.
    const catalogue = new Catalogue(changed, abort.signal, first.then(nextFrame))
    return catalogue
  }, [abort])

  useEffect(() => {
    const failed = (error: unknown) => setTrouble(toHistoryError(error).trouble)
    first.then(({ newest, garments, kinds }) => {
      const entries = new Entries()
      for (const { picture: _, ...metadata } of newest) entries.set(metadata.id, metadata)
      onFirst(newest)
      setNewest(entries)
      setCounts({ garments, kinds })
    }, failed)
    // Immediately, without the throttle.
    catalogue.complete.then(() => setVersion(version => version + 1), failed)
    watchHistory(({ type }) => type === 'save-failure' && setTrouble(lastSaveFailure()), abort.signal)
    return () => abort.abort()
  }, [])

  const { isComplete } = catalogue
  return { catalogue, searchable: isComplete ? catalogue : newest, isComplete, counts, version, trouble }
}

/** Resolves once what was rendered is drawn; in a hidden tab, which draws nothing, after a moment. */
function nextFrame(): Promise<unknown> {
  const hidden = new Promise(resolve => setTimeout(resolve, LONGEST_FRAME_MS))
  return Promise.race([new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))), hidden])
}
