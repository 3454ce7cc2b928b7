import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { text } from '../i18n/text.ts'
import { FileChooser } from '../ui/file-chooser.tsx'
import { ExportIcon, FilterIcon, ImportIcon } from '../ui/icons.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { PictureChooser } from './find/picture-chooser.tsx'

interface PageHeaderProps {
  field: RefObject<HTMLInputElement>
  words: string
  /** Undefined if there are no filters to show. */
  areFiltersShown: boolean | undefined
  onWords(words: string): void
  onLeave(): void
  onPicture(file: File): void
  onImport(file: File): void
  onExport(): void
  onFilters(): void
}

/** The search field, import and export, and in a narrow window the button that shows the filters. */
export function PageHeader({ areFiltersShown, onPicture, onImport, onExport, onFilters, ...search }: PageHeaderProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <header>
      <h1>
        <img src="/icons/48.png" width="28" height="28" alt="" />
        {text('history_title')}
      </h1>
      <SearchBox {...search}>
        <PictureChooser onPicture={onPicture} />
      </SearchBox>
      <div class="acts">
        <button type="button" class="choose" title={text('import_hint')} onClick={() => input.current?.click()}>
          <ImportIcon />
          <span class="name">{text('import')}</span>
        </button>
        <button type="button" class="choose" onClick={onExport}>
          <ExportIcon />
          <span class="name">{text('export')}</span>
        </button>
        {areFiltersShown !== undefined && (
          <button type="button" class="choose unfold" aria-expanded={areFiltersShown} onClick={onFilters}>
            <FilterIcon />
            {text('filters')}
          </button>
        )}
        <FileChooser field={input} class="import-file" accept=".json,application/json" onFile={onImport} />
      </div>
    </header>
  )
}
