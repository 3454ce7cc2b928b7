import { useRef, useState } from 'preact/hooks'
import { text } from '../i18n/text.ts'
import type { HostPort } from '../inference/client/host-port.ts'
import { Toast } from '../ui/feedback/toast.tsx'
import { usePasteAndDrop } from '../ui/upload/use-paste-and-drop.ts'
import { Dialogs } from './dialogs.tsx'
import { Filters } from './find/filters.tsx'
import { useSearchKey } from './find/use-search-key.ts'
import { Storage } from './keep/storage.tsx'
import { Listed } from './listed.tsx'
import { PageHeader } from './page-header.tsx'
import { useImport } from './transfer/use-import.ts'
import { usePage } from './use-page.ts'

/** The whole page. */
export function HistoryPage({ host }: { host: HostPort }) {
  const page = usePage(host)
  const { state, list, notices, setQuery } = page
  const { query } = page.view
  const importing = useImport(notices)
  const [areFiltersShown, showFilters] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useSearchKey(field)
  const isDropping = usePasteAndDrop(files => {
    const [file] = files
    if (!file) return
    if (file.type.startsWith('image/')) page.findLike(file)
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
        onPicture={page.findLike}
        onImport={file => void importing.take(file)}
        onExport={() => page.setExporting(true)}
        onFilters={() => showFilters(!areFiltersShown)}
      />
      {!page.isEmpty && (
        <aside data-folded={!areFiltersShown} aria-label={text('filters')}>
          <Filters query={query} facets={list.facets} areCounted={list.areCounted} onQuery={setQuery} />
          <Storage version={state.version} />
        </aside>
      )}
      <Listed page={page} />
      <Dialogs page={page} importing={importing} />
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
