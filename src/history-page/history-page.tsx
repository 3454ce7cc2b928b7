import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import type { Query } from '../history/search/query.ts'
import { isAnswered } from '../messages.ts'
import type { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { Toast } from '../ui/toast.tsx'
import { useIncoming } from '../ui/use-incoming.ts'
import { ChoiceBar } from './choose/choice-bar.tsx'
import { useChoice } from './choose/use-choice.ts'
import { changesOf } from './data/changes.ts'
import { useCatalogue } from './data/use-catalogue.ts'
import { useList } from './data/use-list.ts'
import { useNotice } from './data/use-notice.ts'
import { usePictures } from './data/use-pictures.ts'
import { OpenTag } from './detail/open-tag.tsx'
import { EmptyHistory, NothingFound } from './empty.tsx'
import { ClassChips } from './find/class-chips.tsx'
import { Filters } from './find/filters.tsx'
import { FoundBar } from './find/found-bar.tsx'
import { useSearchKey } from './find/use-search-key.ts'
import { Grid } from './grid/grid.tsx'
import { Storage } from './keep/storage.tsx'
import { PageHeader } from './page-header.tsx'
import { LikeBar } from './similar/like-bar.tsx'
import { useLikePicture } from './similar/use-like-picture.ts'
import { exportChoices } from './transfer/export-choices.ts'
import { ExportDialog } from './transfer/export-dialog.tsx'
import { ImportDialog } from './transfer/import-dialog.tsx'
import { useImport } from './transfer/use-import.ts'
import { useView } from './view/use-view.ts'
import { everything, isFiltered, tidy, toggled, type View } from './view/view.ts'

/** The whole page: the one place that knows where each part's data comes from. */
export function HistoryPage({ host }: { host: HostPort }) {
  const { view, setView, open, setOpen } = useView()
  const { query } = view
  const pictures = usePictures()
  const state = useCatalogue(useCallback(tags => pictures.add(tags), [pictures]))
  const notices = useNotice()
  const changes = useMemo(() => changesOf(notices), [])
  const importing = useImport(notices)
  const own = useLikePicture(host)
  const answer = own.picture?.answer
  const isAlike = own.picture !== undefined || view.like !== undefined
  const list = useList(
    state,
    view,
    own.picture ? (answer && isAnswered(answer) ? answer.embedding : undefined) : view.like,
  )
  const { items } = list
  const choice = useChoice(items)
  const [at, setCurrent] = useState(0)
  const current = Math.min(at, Math.max(0, items.length - 1))
  const [areFiltersShown, showFilters] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const grid = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useSearchKey(field)

  const show = (next: View) => {
    setView(next)
    choice.clear()
    setCurrent(0)
    grid.current?.scrollTo({ top: 0 })
  }
  const setQuery = (query: Query) => show({ ...view, query: tidy(query) })
  const remove = (ids: string[]) => {
    // What was pressed goes with the selection.
    grid.current?.focus({ preventScroll: true })
    choice.clear()
    changes.remove(ids)
  }
  const findLike = (file: File) => {
    show(everything)
    own.take(file)
  }
  const isEmpty = state.isComplete && state.catalogue.size === 0 && !isFiltered(query) && !isAlike
  const isDropping = useIncoming(files => {
    const [file] = files
    if (!file) return
    if (file.type.startsWith('image/')) findLike(file)
    else void importing.take(file)
  })

  return (
    <>
      <PageHeader
        field={field}
        words={query.words ?? ''}
        areFiltersShown={areFiltersShown}
        onWords={words => setQuery({ ...query, words })}
        onLeave={() => grid.current?.focus()}
        onPicture={findLike}
        onImport={file => void importing.take(file)}
        onExport={() => setExporting(true)}
        onFilters={() => showFilters(!areFiltersShown)}
      />
      {!isEmpty && (
        <aside data-folded={!areFiltersShown} aria-label={text('filters')}>
          <Filters query={query} facets={list.facets} areCounted={list.areCounted} onQuery={setQuery} />
          <Storage catalogue={state.catalogue} version={state.version} />
        </aside>
      )}
      <main>
        {state.trouble && (
          <p class="trouble" role="alert">
            {text(`history_${state.trouble}`)}
          </p>
        )}
        {!isEmpty && (
          <ClassChips
            chosen={query.garments ?? []}
            counts={list.areCounted ? list.facets?.garments : undefined}
            onToggle={garment => setQuery({ ...query, garments: toggled(query.garments, garment) })}
          />
        )}
        {isAlike && (
          <LikeBar
            picture={own.picture}
            tag={view.like}
            revision={view.like && state.catalogue.get(view.like)}
            similar={list.similar}
            onClear={() => {
              own.clear()
              show({ query, sort: view.sort })
            }}
          />
        )}
        {choice.isAny ? (
          <ChoiceBar
            choice={choice}
            found={items.length}
            onClear={() => {
              grid.current?.focus({ preventScroll: true })
              choice.clear()
            }}
            areFavourites={items.every(({ id, isFavourite }) => isFavourite || !choice.has(id))}
            onFavour={changes.favour}
            onExport={() => setExporting(true)}
            onDelete={remove}
          />
        ) : isEmpty ? null : (
          <FoundBar
            query={query}
            found={list.isComplete || state.trouble ? items.length : undefined}
            sort={isAlike ? undefined : view.sort}
            onQuery={setQuery}
            onSort={sort => setView({ ...view, sort })}
          />
        )}
        {items.length > 0 || !list.isComplete ? (
          <Grid
            element={grid}
            items={items}
            similarities={list.similarities}
            pictures={pictures}
            choice={choice}
            current={current}
            onCurrent={setCurrent}
            onOpen={setOpen}
            onFavour={changes.favour}
            onDelete={remove}
          />
        ) : isEmpty ? (
          <EmptyHistory />
        ) : (
          <NothingFound onClear={() => setQuery({})} />
        )}
      </main>
      {open && (
        <OpenTag
          id={open}
          state={state}
          items={items}
          onOpen={(id, index) => {
            setOpen(id)
            if (index >= 0) setCurrent(index)
          }}
          onClose={() => setOpen(undefined)}
          onFavour={changes.favour}
          onSimilar={id => {
            setOpen(undefined)
            own.clear()
            show({ ...everything, like: id })
          }}
          onDelete={id => {
            setOpen(undefined)
            remove([id])
          }}
        />
      )}
      {isExporting && (
        <ExportDialog
          choices={exportChoices(state.catalogue.size, items, isFiltered(query) || isAlike, choice)}
          onDone={file => {
            setExporting(false)
            notices.show({ says: text('exported', file.name) })
          }}
          onClose={() => setExporting(false)}
        />
      )}
      <ImportDialog {...importing} />
      <div class="toast-place" role="status">
        {notices.notice && (
          <Toast
            key={notices.notice.number}
            says={notices.notice.says}
            isGrave={notices.notice.isGrave === true}
            onUndo={notices.notice.undo && notices.undo}
            onGone={notices.dismiss}
          />
        )}
      </div>
      {isDropping && <div class="drop-here">{text('history_drop')}</div>}
    </>
  )
}
