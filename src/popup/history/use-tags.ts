import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Garment } from '../../apparel/classes.ts'
import { type HistoryTrouble, toHistoryError } from '../../history/history-error.ts'
import { lastSaveFailure } from '../../history/save-failure.ts'
import { Catalogue } from '../../history/search/catalogue.ts'
import { facetsOf } from '../../history/search/facets.ts'
import type { ListedTag } from '../../history/tag.ts'
import { countByGarment, newestTags, readTags } from '../../history/tags/read-tags.ts'
import { watchHistory } from '../../history/watch-history.ts'
import { garmentNames } from '../../ui/format/garment-names.ts'
import { isEmpty, type Search } from './search.ts'

/** How many tags the popup shows. The history page shows them all. */
const MAX_TAGS = 24
/** Changes are batched for this long: a shop page tags dozens of pictures in a burst. */
const BATCH_MS = 100

/** What the popup shows of the history. */
export interface Tags {
  /** Newest first; undefined until they are read. */
  shown: ListedTag[] | undefined
  /** How many tags of each class match the typed words. Undefined until they are counted. */
  counts: Map<Garment, number> | undefined
  /** How many tags match, shown or not. */
  total: number
  /** Whether the search is still running and may find more. */
  isSearching: boolean
  trouble: HistoryTrouble | undefined
}

/** What the popup shows for an empty search. */
export type Newest = Pick<Tags, 'shown' | 'counts' | 'total'>

/**
 * Reads what the popup shows for an empty search.
 * @throws HistoryError
 */
export async function readNewest(): Promise<Newest> {
  const [shown, counts] = await Promise.all([newestTags({ limit: MAX_TAGS }), countByGarment()])
  return { shown, counts, total: [...counts.values()].reduce((sum, count) => sum + count, 0) }
}

/**
 * Follows the tags that match a search, whichever context changes them. An empty search shows the newest tags. The whole
 * history is loaded only when a search begins, so a long history does not slow down opening the popup.
 * @param first what was read before the first render
 */
export function useTags(search: Search, first?: Newest): Tags {
  const [tags, setTags] = useState<Tags>({
    shown: undefined,
    counts: undefined,
    total: 0,
    isSearching: false,
    trouble: lastSaveFailure(),
    ...first,
  })
  const catalogue = useRef<Catalogue>()
  const wanted = useRef(search)
  wanted.current = search
  const latestRun = useRef(0)

  const refresh = useCallback(async () => {
    const run = ++latestRun.current
    const show = (seen: Partial<Tags>) => {
      if (run === latestRun.current) setTags(known => ({ ...known, ...seen }))
    }
    try {
      if (catalogue.current && !isEmpty(wanted.current)) show(await find(catalogue.current, wanted.current))
      else show({ ...(await readNewest()), isSearching: false })
      show({ trouble: lastSaveFailure() })
    } catch (error) {
      show({ trouble: toHistoryError(error).trouble })
    }
  }, [])

  const refreshSoon = useRef<() => void>(() => {})
  const life = useRef<AbortSignal>()
  useEffect(() => {
    const abort = new AbortController()
    life.current = abort.signal
    let timer: number | undefined
    refreshSoon.current = () => {
      timer ??= window.setTimeout(() => {
        timer = undefined
        void refresh()
      }, BATCH_MS)
    }
    watchHistory(() => refreshSoon.current(), abort.signal)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [refresh])

  useEffect(() => {
    if (!isEmpty(search) && life.current && !catalogue.current) {
      catalogue.current = new Catalogue(() => refreshSoon.current(), life.current)
      catalogue.current.complete.catch(error => {
        catalogue.current = undefined
        setTags(known => ({ ...known, trouble: toHistoryError(error).trouble }))
      })
    }
    void refresh()
  }, [search, refresh])

  return tags
}

async function find(catalogue: Catalogue, { words, garments }: Search): Promise<Partial<Tags>> {
  const fit = catalogue.search({ words, names: garmentNames() })
  const found = garments.length === 0 ? fit : fit.filter(({ garment }) => garments.includes(garment))
  // Keep the previous results until there are new ones to show.
  if (found.length === 0 && !catalogue.isComplete) return { isSearching: true }
  const shown = await readTags(found.slice(0, MAX_TAGS).map(({ id }) => id))
  return { shown, counts: facetsOf(fit).garments, total: found.length, isSearching: !catalogue.isComplete }
}
