import { text } from '../i18n/text.ts'
import { LossNotice } from '../ui/history/loss-notice.tsx'
import { EmptyHistory, NoResults, NoSimilarTags } from './empty-states.tsx'
import { LabelChips } from './find/label-chips.tsx'
import { ResultsBar } from './find/results-bar.tsx'
import { Grid } from './grid/grid.tsx'
import { SelectionBar } from './selection/selection-bar.tsx'
import { ReferenceBar } from './similar/reference-bar.tsx'
import type { HistoryPageState } from './use-history-page.ts'
import { isFiltered } from './view/view.ts'

/** The list of results, below what they were found by. */
export function Results({ page }: { page: HistoryPageState }) {
  const { view, setView, setQuery, state, list, isSimilaritySearch, isEmpty, selection, referencePicture, care } = page
  const { query } = view
  const { items } = list
  const endSimilaritySearch = () => {
    referencePicture.clear()
    page.show({ query, sort: view.sort })
  }
  return (
    <main>
      {state.trouble && (
        <p class="trouble" role="alert">
          {text(`history_${state.trouble}`)}
        </p>
      )}
      {care.loss && <LossNotice loss={care.loss} onDismiss={care.dismiss} />}
      {!isEmpty && (
        <LabelChips
          chosen={{ garments: query.garments ?? [], kinds: query.kinds ?? [] }}
          // For an unfiltered list the counts are known from the start, so that nothing moves once everything is read.
          counts={list.areCounted ? list.facets : page.isPart ? undefined : state.counts}
          onChoose={labels => setQuery({ ...query, ...labels })}
        />
      )}
      {isSimilaritySearch && (
        <ReferenceBar
          picture={referencePicture.picture}
          tag={view.like}
          revision={view.like && state.catalogue.get(view.like)}
          similar={list.similar}
          onClear={endSimilaritySearch}
        />
      )}
      {selection.isAny ? (
        <SelectionBar
          selection={selection}
          found={items.length}
          onClear={page.clearSelection}
          onName={() => page.setNaming(true)}
          areFavourites={items.every(({ id, isFavourite }) => isFavourite || !selection.has(id))}
          onFavourite={page.setFavourite}
          onExport={() => page.setExporting(true)}
          onDelete={page.remove}
        />
      ) : isEmpty ? null : (
        <ResultsBar
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
          selection={selection}
          current={page.current}
          onCurrent={page.setCurrent}
          onOpen={page.setOpen}
          onFavourite={page.setFavourite}
          onDelete={page.remove}
        />
      ) : isEmpty ? (
        !care.loss && <EmptyHistory />
      ) : isSimilaritySearch && !isFiltered(query) ? (
        <NoSimilarTags onClear={endSimilaritySearch} />
      ) : (
        <NoResults onClear={() => setQuery({})} />
      )}
    </main>
  )
}
