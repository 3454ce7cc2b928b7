import { text } from '../i18n/text.ts'
import { OpenTag } from './detail/open-tag.tsx'
import { ExportDialog } from './transfer/export-dialog.tsx'
import { exportScopes } from './transfer/export-scopes.ts'
import { ImportDialog } from './transfer/import-dialog.tsx'
import type { ImportState } from './transfer/use-import.ts'
import type { Page } from './use-page.ts'
import { everything } from './view/view.ts'

/** What opens above the list: a tag, the export and the import. */
export function Dialogs({ page, importing }: { page: Page; importing: ImportState }) {
  const { open, setOpen, state, list, choice } = page
  return (
    <>
      {open && (
        <OpenTag
          id={open}
          state={state}
          items={list.items}
          onOpen={(id, index) => {
            setOpen(id)
            if (index >= 0) page.setCurrent(index)
          }}
          onClose={() => setOpen(undefined)}
          onFavour={page.favour}
          onSimilar={id => {
            setOpen(undefined)
            page.own.clear()
            page.show({ ...everything, like: id })
          }}
          onDelete={id => {
            setOpen(undefined)
            page.remove([id])
          }}
        />
      )}
      {page.isExporting && (
        <ExportDialog
          choices={exportScopes(state.catalogue.size, list.items, page.isPart, choice)}
          onDone={file => {
            page.setExporting(false)
            page.notices.show({ says: text('exported', file.name) })
          }}
          onClose={() => page.setExporting(false)}
        />
      )}
      <ImportDialog {...importing} />
    </>
  )
}
