import { text } from '../i18n/text.ts'
import { EmptyHistory, NothingAlike, NothingFound } from './empty.tsx'
import { ClassChips } from './find/class-chips.tsx'
import { FoundBar } from './find/found-bar.tsx'
import { Grid } from './grid/grid.tsx'
import { SelectionBar } from './selection/selection-bar.tsx'
import { ReferenceBar } from './similar/reference-bar.tsx'
import type { Page } from './use-page.ts'
import { isFiltered, toggled } from './view/view.ts'

/** What was found, under what it was found by. */
export function Results({ page }: { page: Page }) {
  const { view, setView, setQuery, state, list, isSimilaritySearch, isEmpty, choice, own } = page
  const { query } = view
  const { items } = list
  const leaveAlike = () => {
    own.clear()
    page.show({ query, sort: view.sort })
  }
  return (
    <main>
      {state.trouble && (
        <p class="trouble" role="alert">
          {text(`history_${state.trouble}`)}
        </p>
      )}
      {!isEmpty && (
        <ClassChips
          chosen={query.garments ?? []}
          // Their numbers are there from the start where all is shown, so that nothing moves once all is read.
          counts={list.areCounted ? list.facets?.garments : page.isPart ? undefined : state.counts}
          onToggle={garment => setQuery({ ...query, garments: toggled(query.garments, garment) })}
        />
      )}
      {isSimilaritySearch && (
        <ReferenceBar
          picture={own.picture}
          tag={view.like}
          revision={view.like && state.catalogue.get(view.like)}
          similar={list.similar}
          onClear={leaveAlike}
        />
      )}
      {choice.isAny ? (
        <SelectionBar
          choice={choice}
          found={items.length}
          onClear={page.clearChoice}
          areFavourites={items.every(({ id, isFavourite }) => isFavourite || !choice.has(id))}
          onFavour={page.favour}
          onExport={() => page.setExporting(true)}
          onDelete={page.remove}
        />
      ) : isEmpty ? null : (
        <FoundBar
          query={query}
          found={list.isComplete || state.trouble ? items.length : undefined}
          sort={isSimilaritySearch ? undefined : view.sort}
          onQuery={setQuery}
          onSort={sort => setView({ ...view, sort })}
        />
      )}
      {items.length > 0 || !list.isComplete ? (
        <Grid
          element={page.grid}
          items={items}
          similarities={list.similarities}
          pictures={page.pictures}
          choice={choice}
          current={page.current}
          onCurrent={page.setCurrent}
          onOpen={page.setOpen}
          onFavour={page.favour}
          onDelete={page.remove}
        />
      ) : isEmpty ? (
        <EmptyHistory />
      ) : isSimilaritySearch && !isFiltered(query) ? (
        <NothingAlike onClear={leaveAlike} />
      ) : (
        <NothingFound onClear={() => setQuery({})} />
      )}
    </main>
  )
}
