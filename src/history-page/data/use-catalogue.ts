import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Garment } from '../../apparel/classes.ts'
import { type HistoryTrouble, toHistoryError } from '../../history/history-error.ts'
import { lastSaveFailure } from '../../history/save-failure.ts'
import { Catalogue } from '../../history/search/catalogue.ts'
import { Entries } from '../../history/search/entries.ts'
import type { ListedTag } from '../../history/tag.ts'
import { countByGarment, newestTags } from '../../history/tags/read-tags.ts'
import { watchHistory } from '../../history/watch-history.ts'

/** Milliseconds for which changes are gathered: a shop page tags dozens of pictures in a burst. */
const GATHER = 100
/** Tags that are there at once, while the whole history is being read: more than a screen has. */
const FIRST = 120

export interface CatalogueState {
  catalogue: Catalogue
  /** What can be searched now: all of it, or the newest tags while it is being read; undefined at the very first. */
  searchable: Pick<Catalogue, 'search' | 'get'> | undefined
  isComplete: boolean
  /** How many tags of each class there were when the page was opened; undefined at the very first. */
  counts: ReadonlyMap<Garment, number> | undefined
  /** Another number after each change. */
  version: number
  trouble: HistoryTrouble | undefined
}

/**
 * The history in memory, followed through all changes.
 * @param onFirst hears the newest tags, with their pictures
 */
export function useCatalogue(onFirst: (tags: ListedTag[]) => void): CatalogueState {
  const abort = useMemo(() => new AbortController(), [])
  const [version, setVersion] = useState(0)
  const [newest, setNewest] = useState<Entries>()
  const [counts, setCounts] = useState<CatalogueState['counts']>()
  const [trouble, setTrouble] = useState(lastSaveFailure)
  const first = useMemo(() => Promise.all([newestTags({ limit: FIRST }), countByGarment()]), [])
  const catalogue = useMemo(() => {
    let isGathering = false
    const changed = () => {
      // Until all is there nobody asks it.
      if (isGathering || !catalogue.isComplete) return
      isGathering = true
      setTimeout(() => {
        isGathering = false
        setVersion(version => version + 1)
      }, GATHER)
    }
    const catalogue = new Catalogue(changed, abort.signal)
    return catalogue
  }, [abort])

  useEffect(() => {
    const failed = (error: unknown) => setTrouble(toHistoryError(error).trouble)
    first.then(([tags, counts]) => {
      const entries = new Entries()
      for (const { picture: _, ...facts } of tags) entries.set(facts.id, facts)
      onFirst(tags)
      setNewest(entries)
      setCounts(counts)
    }, failed)
    // At once, and not with the changes that are gathered.
    catalogue.complete.then(() => setVersion(version => version + 1), failed)
    watchHistory(({ type }) => type === 'save-failure' && setTrouble(lastSaveFailure()), abort.signal)
    return () => abort.abort()
  }, [])

  const { isComplete } = catalogue
  return { catalogue, searchable: isComplete ? catalogue : newest, isComplete, counts, version, trouble }
}
