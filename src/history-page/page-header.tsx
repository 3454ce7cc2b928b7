import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { text } from '../platform/text.ts'
import { ExportIcon, FilterIcon, ImportIcon } from './drawings.tsx'
import { SearchBox } from './find/search-box.tsx'

interface PageHeaderProps {
  field: RefObject<HTMLInputElement>
  words: string
  areFiltersShown: boolean
  onWords(words: string): void
  onLeave(): void
  onPicture(file: File): void
  onImport(file: File): void
  onExport(): void
  onFilters(): void
}

/** Search, import and export; and the filters' switch where the window is narrow. */
export function PageHeader({ areFiltersShown, onImport, onExport, onFilters, ...search }: PageHeaderProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <header>
      <h1>
        <img src="/icons/48.png" width="28" height="28" alt="" />
        {text('history_title')}
      </h1>
      <SearchBox {...search} />
      <div class="acts">
        <button type="button" class="choose" title={text('import_hint')} onClick={() => input.current?.click()}>
          <ImportIcon />
          <span class="name">{text('import')}</span>
        </button>
        <button type="button" class="choose" onClick={onExport}>
          <ExportIcon />
          <span class="name">{text('export')}</span>
        </button>
        <button type="button" class="choose unfold" aria-expanded={areFiltersShown} onClick={onFilters}>
          <FilterIcon />
          {text('filters')}
        </button>
        <input
          ref={input}
          class="import-file"
          type="file"
          accept=".json,application/json"
          hidden
          onChange={event => {
            const [file] = event.currentTarget.files ?? []
            if (file) onImport(file)
            // So that choosing the same file again is a change too.
            event.currentTarget.value = ''
          }}
        />
      </div>
    </header>
  )
}
