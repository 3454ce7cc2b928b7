import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import { type Facets, facetsOf } from '../../history/search/facets.ts'
import { garmentNames } from '../../ui/format/garment-names.ts'
import { type Like, type SimilarState, useSimilar } from '../similar/use-similar.ts'
import type { View } from '../view/view.ts'
import { facetsFor } from './facets-for.ts'
import type { CatalogueState } from './use-catalogue.ts'

/** What the page lists. */
export interface ListState {
  items: readonly Entry[]
  /** How alike each item is, where the list is of what looks alike. */
  similarities: readonly number[] | undefined
  facets: Facets | undefined
  /** Whether the facets count all that there is: the list ends at what still looks alike. */
  areCounted: boolean
  similar: SimilarState | undefined
  /** False while there may be more than what is listed. */
  isComplete: boolean
}

const none: readonly Entry[] = []

/** What is found by a view; or what looks like something, as far as the view's filters let it. */
export function useList(state: CatalogueState, { query: said, sort }: View, like: Like | undefined): ListState {
  const query = useMemo(() => ({ ...said, names: garmentNames() }), [said])
  const { searchable, version, isComplete } = state
  const isAlike = like !== undefined
  const found = useMemo(
    () => (isAlike ? none : (searchable?.search(query, sort) ?? none)),
    [searchable, version, query, sort, isAlike],
  )
  const similar = useSimilar(state, like, query)
  const alike = useMemo(() => similar?.items?.map(({ entry }) => entry), [similar?.items])
  const similarities = useMemo(() => similar?.items?.map(({ similarity }) => similarity), [similar?.items])
  const items = alike ?? found

  const [facets, setFacets] = useState<Facets>()
  // What was found is shown first. The counts come with the next frame, and not at all while letters are still typed.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (searchable) setFacets(isAlike ? facetsOf(items) : facetsFor(query => searchable.search(query), query, items))
    })
    return () => clearTimeout(timer)
  }, [searchable, items, query, isAlike])

  return {
    items,
    similarities,
    facets,
    areCounted: !isAlike && isComplete,
    similar,
    isComplete: isAlike ? alike !== undefined : isComplete,
  }
}
