import { useRef, useState } from 'preact/hooks'
import { text } from '../i18n/text.ts'
import type { HostPort } from '../inference/client/host-port.ts'
import { Toast } from '../ui/feedback/toast.tsx'
import { usePasteAndDrop } from '../ui/upload/use-paste-and-drop.ts'
import { Dialogs } from './dialogs.tsx'
import { Filters } from './find/filters.tsx'
import { useSearchKey } from './find/use-search-key.ts'
import { PageHeader } from './page-header.tsx'
import { Results } from './results.tsx'
import { StorageSection } from './storage/storage-section.tsx'
import { useImport } from './transfer/use-import.ts'
import { useHistoryPage } from './use-history-page.ts'

/** The history page. */
export function HistoryPage({ host }: { host: HostPort }) {
  const page = useHistoryPage(host)
  const { state, list, noticeState, setQuery } = page
  const { query } = page.view
  const importing = useImport(noticeState)
  const [areFiltersShown, showFilters] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useSearchKey(field)
  const isDropping = usePasteAndDrop(files => {
    const [file] = files
    if (!file) return
    if (file.type.startsWith('image/')) page.findSimilar(file)
    else void importing.take(file)
  })

  return (
    <>
      <PageHeader
        field={field}
        words={query.words ?? ''}
        areFiltersShown={page.isEmpty ? undefined : areFiltersShown}
        onWords={words => setQuery({ ...query, words })}
        onLeave={() => page.grid.current?.focus()}
        onPicture={page.findSimilar}
        onImport={file => void importing.take(file)}
        onExport={() => page.setExporting(true)}
        onFilters={() => showFilters(!areFiltersShown)}
      />
      {!page.isEmpty && (
        <aside data-folded={!areFiltersShown} aria-label={text('filters')}>
          <Filters query={query} facets={list.facets} areCounted={list.areCounted} onQuery={setQuery} />
          <StorageSection version={state.version} />
        </aside>
      )}
      <Results page={page} />
      <Dialogs page={page} importing={importing} />
      <div class="toast-place" role="status">
        {noticeState.notice && (
          <Toast
            key={noticeState.notice.number}
            message={noticeState.notice.message}
            isImportant={noticeState.notice.isImportant === true}
            onUndo={noticeState.notice.undo && noticeState.undo}
            onGone={noticeState.dismiss}
          />
        )}
      </div>
      {isDropping && <div class="drop-here">{text('history_drop')}</div>}
    </>
  )
}
