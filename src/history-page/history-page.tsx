import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Query } from '../history/search/query.ts'
import { text } from '../platform/text.ts'
import { garmentNames } from '../ui/garment-names.ts'
import { Toast } from '../ui/toast.tsx'
import { ChoiceBar } from './choose/choice-bar.tsx'
import { useChoice } from './choose/use-choice.ts'
import { changesOf } from './data/changes.ts'
import { find } from './data/find.ts'
import { useCatalogue } from './data/use-catalogue.ts'
import { useNotice } from './data/use-notice.ts'
import { usePictures } from './data/use-pictures.ts'
import { FilterIcon } from './drawings.tsx'
import { EmptyHistory, NothingFound } from './empty.tsx'
import { ClassChips } from './find/class-chips.tsx'
import { Filters } from './find/filters.tsx'
import { FoundBar } from './find/found-bar.tsx'
import { SearchBox } from './find/search-box.tsx'
import { Grid } from './grid/grid.tsx'
import { useView } from './view/use-view.ts'
import { isFiltered, tidy, toggled } from './view/view.ts'

/** The whole page: the one place that knows where each part's data comes from. */
export function HistoryPage() {
  const { view, setView, setOpen } = useView()
  const pictures = usePictures()
  const { searchable, isComplete, version, trouble } = useCatalogue(useCallback(tags => pictures.add(tags), [pictures]))
  const names = useMemo(garmentNames, [])
  const notices = useNotice()
  const changes = useMemo(() => changesOf(notices), [])
  const found = useMemo(
    () => searchable && find((query, sort) => searchable.search({ ...query, names }, sort), view.query, view.sort),
    [searchable, version, view],
  )
  const items = found?.items ?? []
  const choice = useChoice(items)
  const [current, setCurrent] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [isFolded, fold] = useState(true)
  const cursor = Math.min(current, Math.max(0, items.length - 1))

  const setQuery = (query: Query) => {
    setView({ ...view, query: tidy(query) })
    choice.clear()
    setCurrent(0)
    grid.current?.scrollTo({ top: 0 })
  }
  const remove = (ids: string[]) => {
    choice.clear()
    changes.remove(ids)
  }

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])

  return (
    <>
      <header>
        <h1>
          <img src="/icons/48.png" width="28" height="28" alt="" />
          {text('history_title')}
        </h1>
        <SearchBox
          field={field}
          words={view.query.words ?? ''}
          onWords={words => setQuery({ ...view.query, words })}
          onLeave={() => grid.current?.focus()}
        />
        <div class="acts">
          <button type="button" class="choose unfold" aria-expanded={!isFolded} onClick={() => fold(!isFolded)}>
            <FilterIcon />
            {text('filters')}
          </button>
        </div>
      </header>
      <aside data-folded={isFolded} aria-label={text('filters')}>
        <Filters query={view.query} facets={found?.facets} onQuery={setQuery} />
      </aside>
      <main>
        {trouble && (
          <p class="trouble" role="alert">
            {text(`history_${trouble}`)}
          </p>
        )}
        <ClassChips
          chosen={view.query.garments ?? []}
          counts={found?.facets.garments}
          onToggle={garment => setQuery({ ...view.query, garments: toggled(view.query.garments, garment) })}
        />
        {choice.isAny ? (
          <ChoiceBar
            choice={choice}
            found={items.length}
            areFavourites={items.every(({ id, isFavourite }) => isFavourite || !choice.has(id))}
            onFavour={changes.favour}
            onExport={() => {}}
            onDelete={remove}
          />
        ) : (
          <FoundBar
            query={view.query}
            found={items.length}
            sort={view.sort}
            onQuery={setQuery}
            onSort={sort => setView({ ...view, sort })}
          />
        )}
        {isComplete && items.length === 0 ? (
          isFiltered(view.query) ? (
            <NothingFound onClear={() => setQuery({})} />
          ) : (
            <EmptyHistory />
          )
        ) : (
          <Grid
            element={grid}
            items={items}
            similarities={undefined}
            pictures={pictures}
            choice={choice}
            current={cursor}
            onCurrent={setCurrent}
            onOpen={setOpen}
            onFavour={changes.favour}
            onDelete={remove}
          />
        )}
      </main>
      <div class="toast-place" role="status">
        {notices.notice && (
          <Toast
            key={notices.notice.number}
            says={notices.notice.says}
            onUndo={notices.notice.undo && notices.undo}
            onGone={notices.dismiss}
          />
        )}
      </div>
    </>
  )
}
