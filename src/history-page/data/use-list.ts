import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Entry } from '../../history/search/entry.ts'
import { type Facets, facetsOf } from '../../history/search/facets.ts'
import { labelNames } from '../../ui/format/label-names.ts'
import { useOwnKinds } from '../../ui/teaching/use-own-kinds.ts'
import { type Reference, type SimilarState, useSimilar } from '../similar/use-similar.ts'
import type { View } from '../view/view.ts'
import { facetsFor } from './facets-for.ts'
import type { CatalogueState } from './use-catalogue.ts'

/** What the page lists. */
export interface ListState {
  items: readonly Entry[]
  /** The similarity of each item, in a similarity search. */
  similarities: readonly number[] | undefined
  facets: Facets | undefined
  /** Whether the facets count every match: a similarity search is cut off at a maximum. */
  areCounted: boolean
  similar: SimilarState | undefined
  /** False while there may be more items. */
  isComplete: boolean
}

const none: readonly Entry[] = []

/** The results of a view: the tags that match its query, or those among them that look like a reference. */
export function useList(
  state: CatalogueState,
  { query: viewQuery, sort }: View,
  reference: Reference | undefined,
): ListState {
  const ownKinds = useOwnKinds()
  const query = useMemo(() => ({ ...viewQuery, names: labelNames() }), [viewQuery, ownKinds])
  const { searchable, version, isComplete } = state
  const isSimilaritySearch = reference !== undefined
  const found = useMemo(
    () => (isSimilaritySearch ? none : (searchable?.search(query, sort) ?? none)),
    [searchable, version, query, sort, isSimilaritySearch],
  )
  const similar = useSimilar(state, reference, query)
  const alike = useMemo(() => similar?.items?.map(({ entry }) => entry), [similar?.items])
  const similarities = useMemo(() => similar?.items?.map(({ similarity }) => similarity), [similar?.items])
  const items = alike ?? found

  const [facets, setFacets] = useState<Facets>()
  // Show the results first. The counts follow a frame later, and are skipped while the user is still typing.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (searchable)
        setFacets(isSimilaritySearch ? facetsOf(items) : facetsFor(query => searchable.search(query), query, items))
    })
    return () => clearTimeout(timer)
  }, [searchable, items, query, isSimilaritySearch])

  return {
    items,
    similarities,
    facets,
    areCounted: !isSimilaritySearch && isComplete,
    similar,
    isComplete: isSimilaritySearch ? alike !== undefined : isComplete,
  }
}
