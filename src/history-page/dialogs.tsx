import { text } from '../i18n/text.ts'
import { count } from '../ui/format/count.ts'
import { NameDialog } from '../ui/teaching/name-dialog.tsx'
import { teachAll } from '../ui/teaching/teach-all.ts'
import { OpenTag } from './detail/open-tag.tsx'
import { ExportDialog } from './transfer/export-dialog.tsx'
import { exportScopes } from './transfer/export-scopes.ts'
import { ImportDialog } from './transfer/import-dialog.tsx'
import type { ImportState } from './transfer/use-import.ts'
import type { HistoryPageState } from './use-history-page.ts'
import { everything } from './view/view.ts'

/** The dialogs that open above the list: a tag, the names for the selected ones, the export and the import. */
export function Dialogs({ page, importing }: { page: HistoryPageState; importing: ImportState }) {
  const { open, setOpen, state, list, selection } = page
  return (
    <>
      {open && (
        <OpenTag
          host={page.host}
          id={open}
          state={state}
          items={list.items}
          onOpen={(id, index) => {
            setOpen(id)
            if (index >= 0) page.setCurrent(index)
          }}
          onClose={() => setOpen(undefined)}
          onFavourite={page.setFavourite}
          onSimilar={id => {
            setOpen(undefined)
            page.referencePicture.clear()
            page.show({ ...everything, like: id })
          }}
          onDelete={id => {
            setOpen(undefined)
            page.remove([id])
          }}
        />
      )}
      {page.isNaming && (
        <NameDialog
          hint={text('choice_count', count(selection.count))}
          onChoose={said => {
            const sources = selection.ids().map(tag => ({ tag }))
            page.setNaming(false)
            page.clearSelection()
            void teachAll(page.host, sources, said, page.noticeState)
          }}
          onClose={() => page.setNaming(false)}
        />
      )}
      {page.isExporting && (
        <ExportDialog
          choices={exportScopes(state.catalogue.size, list.items, page.isPart, selection)}
          onDone={file => {
            page.setExporting(false)
            page.noticeState.show({ message: text('exported', file.name) })
          }}
          onClose={() => page.setExporting(false)}
        />
      )}
      <ImportDialog {...importing} />
    </>
  )
}
