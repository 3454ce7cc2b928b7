import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Garment } from '../apparel/classes.ts'
import { type HistoryTrouble, toHistoryError } from '../history/history-error.ts'
import { lastSaveFailure } from '../history/save-failure.ts'
import { Catalogue } from '../history/search/catalogue.ts'
import { facetsOf } from '../history/search/facets.ts'
import type { ListedTag } from '../history/tag.ts'
import { countByGarment, newestTags, readTags } from '../history/tags/read-tags.ts'
import { watchHistory } from '../history/watch-history.ts'
import { garmentNames } from '../ui/garment-names.ts'
import { isEmpty, type Search } from './search.ts'

/** Tags that are shown; all others are on the page of the history. */
const MOST = 24
/** Milliseconds for which changes are gathered: a shop page tags dozens of pictures in a burst. */
const GATHER = 100

/** What the popup shows of the history. */
export interface Tags {
  /** Newest first; undefined until they are read. */
  shown: ListedTag[] | undefined
  /** How many tags of each class fit what was typed; undefined until they are counted. */
  counts: Map<Garment, number> | undefined
  /** All that fit, shown or not. */
  total: number
  /** There may be more than what was found so far. */
  isSearching: boolean
  trouble: HistoryTrouble | undefined
}

/** What is shown where nothing is looked for. */
export type Newest = Pick<Tags, 'shown' | 'counts' | 'total'>

/**
 * Reads what is shown where nothing is looked for.
 * @throws HistoryError
 */
export async function readNewest(): Promise<Newest> {
  const [shown, counts] = await Promise.all([newestTags({ limit: MOST }), countByGarment()])
  return { shown, counts, total: [...counts.values()].reduce((sum, count) => sum + count, 0) }
}

/**
 * Follows the tags that fit a search, whichever context changes them; of an empty one, the newest. All are read into memory
 * only once something is looked for: to open the popup takes no longer with a long history.
 * @param first what was read of it before anything was drawn
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
  const looks = useRef(0)

  const look = useCallback(async () => {
    const mine = ++looks.current
    const show = (seen: Partial<Tags>) => {
      if (mine === looks.current) setTags(known => ({ ...known, ...seen }))
    }
    try {
      if (catalogue.current && !isEmpty(wanted.current)) show(await find(catalogue.current, wanted.current))
      else show({ ...(await readNewest()), isSearching: false })
      show({ trouble: lastSaveFailure() })
    } catch (error) {
      show({ trouble: toHistoryError(error).trouble })
    }
  }, [])

  const lookSoon = useRef<() => void>(() => {})
  const life = useRef<AbortSignal>()
  useEffect(() => {
    const abort = new AbortController()
    life.current = abort.signal
    let timer: number | undefined
    lookSoon.current = () => {
      timer ??= window.setTimeout(() => {
        timer = undefined
        void look()
      }, GATHER)
    }
    watchHistory(() => lookSoon.current(), abort.signal)
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [look])

  useEffect(() => {
    if (!isEmpty(search) && life.current && !catalogue.current) {
      catalogue.current = new Catalogue(() => lookSoon.current(), life.current)
      catalogue.current.complete.catch(error => {
        catalogue.current = undefined
        setTags(known => ({ ...known, trouble: toHistoryError(error).trouble }))
      })
    }
    void look()
  }, [search, look])

  return tags
}

async function find(catalogue: Catalogue, { words, garments }: Search): Promise<Partial<Tags>> {
  const fit = catalogue.search({ words, names: garmentNames() })
  const found = garments.length === 0 ? fit : fit.filter(({ garment }) => garments.includes(garment))
  // What was shown before stays until there is something to show in its place.
  if (found.length === 0 && !catalogue.isComplete) return { isSearching: true }
  const shown = await readTags(found.slice(0, MOST).map(({ id }) => id))
  return { shown, counts: facetsOf(fit).garments, total: found.length, isSearching: !catalogue.isComplete }
}
