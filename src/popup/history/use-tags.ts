import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type HistoryTrouble, toHistoryError } from '../../history/history-error.ts'
import { lastSaveFailure } from '../../history/save-failure.ts'
import { Catalogue } from '../../history/search/catalogue.ts'
import { type Facets, facetsOf } from '../../history/search/facets.ts'
import { matcherOf } from '../../history/search/query.ts'
import type { ListedTag } from '../../history/tag.ts'
import { readOverview, readTags } from '../../history/tags/read-tags.ts'
import { watchHistory } from '../../history/watch-history.ts'
import { labelNames } from '../../ui/format/label-names.ts'
import { isEmpty, type Search } from './search.ts'

/** How many tags the popup shows. The history page shows them all. */
const MAX_TAGS = 24
/** Changes are batched for this long: a shop page tags dozens of pictures in a burst. */
const BATCH_MS = 100

/** What the popup shows of the history. */
export interface Tags {
  /** Newest first; undefined until they are read. */
  shown: ListedTag[] | undefined
  /** How many tags of each class and kind match the typed words. Undefined until they are counted. */
  counts: Pick<Facets, 'garments' | 'kinds'> | undefined
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
  const { newest, garments, kinds } = await readOverview(MAX_TAGS)
  const total = [...garments.values()].reduce((sum, count) => sum + count, 0)
  return { shown: newest, counts: { garments, kinds }, total }
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

async function find(catalogue: Catalogue, { words, garments, kinds }: Search): Promise<Partial<Tags>> {
  const fit = catalogue.search({ words, names: labelNames() })
  const found = garments.length + kinds.length === 0 ? fit : fit.filter(matcherOf({ garments, kinds }))
  // Keep the previous results until there are new ones to show.
  if (found.length === 0 && !catalogue.isComplete) return { isSearching: true }
  const shown = await readTags(found.slice(0, MAX_TAGS).map(({ id }) => id))
  return { shown, counts: facetsOf(fit), total: found.length, isSearching: !catalogue.isComplete }
}
