import { useMemo } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import { type Facets, facetsOf } from '../../history/search/facets.ts'
import { garmentNames } from '../../ui/garment-names.ts'
import { type Like, type SimilarState, useSimilar } from '../similar/use-similar.ts'
import type { View } from '../view/view.ts'
import { find } from './find.ts'
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
    () => (isAlike ? undefined : searchable && find((...search) => searchable.search(...search), query, sort)),
    [searchable, version, query, sort, isAlike],
  )
  const similar = useSimilar(state, like, query)
  const alike = useMemo(
    () =>
      similar?.items && {
        items: similar.items.map(({ entry }) => entry),
        similarities: similar.items.map(({ similarity }) => similarity),
        facets: facetsOf(similar.items.map(({ entry }) => entry)),
      },
    [similar?.items],
  )
  return {
    items: alike?.items ?? found?.items ?? none,
    similarities: alike?.similarities,
    facets: alike?.facets ?? found?.facets,
    areCounted: !isAlike,
    similar,
    isComplete: isAlike ? alike !== undefined : isComplete,
  }
}
