import { useRef, useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import { Toast } from '../../ui/feedback/toast.tsx'
import { useNotice } from '../../ui/feedback/use-notice.ts'
import { FileChooser } from '../../ui/files/file-chooser.tsx'
import { count } from '../../ui/format/count.ts'
import { NameDialog } from '../../ui/teaching/name-dialog.tsx'
import { teachAll } from '../../ui/teaching/teach-all.ts'
import { Section } from '../section.tsx'
import { Corrections } from './corrections.tsx'
import { EmptyTaught } from './empty-taught.tsx'
import { EraseTaught } from './erase-taught.tsx'
import { OwnKind } from './own-kind.tsx'
import { taughtActions } from './taught-actions.ts'
import { useRecognition } from './use-recognition.ts'
import { useTaught } from './use-taught.ts'

/** What the user has taught: own kinds and corrections with their pictures, export, import and erasure. */
export function Taught({ host }: { host: HostPort }) {
  const { taught, trouble } = useTaught()
  const recognition = useRecognition(taught)
  const noticeState = useNotice()
  const { notice } = noticeState
  const on = taughtActions(noticeState)
  const [naming, setNaming] = useState<File[]>()
  const [isErasing, setErasing] = useState(false)
  const pictures = useRef<HTMLInputElement>(null)
  const exported = useRef<HTMLInputElement>(null)
  const groups = taught?.groups ?? []
  const isEmpty = taught !== undefined && groups.length === 0
  const teach = (files: File[], said: Parameters<typeof teachAll>[2]) =>
    void teachAll(
      host,
      files.map(bytes => ({ bytes })),
      said,
      noticeState,
    )

  return (
    <Section name="taught" hint={text('taught_hint')}>
      {trouble && (
        <p class="trouble" role="alert">
          {text(trouble === 'private' ? 'history_private' : 'taught_trouble')}
        </p>
      )}
      {isEmpty && <EmptyTaught />}
      <div class="taught-acts">
        <button type="button" class="choose" onClick={() => pictures.current?.click()}>
          {text('taught_add')}
        </button>
        <button type="button" class="choose" onClick={() => exported.current?.click()}>
          {text('import')}
        </button>
        {!isEmpty && (
          <>
            <button type="button" class="choose" onClick={on.exportAll}>
              {text('export')}
            </button>
            <button type="button" class="choose danger" onClick={() => setErasing(true)}>
              {text('taught_erase')}
            </button>
          </>
        )}
      </div>
      <ul class="rows" aria-label={text('taught_own')}>
        {groups.map(
          ({ ownKind, examples }) =>
            ownKind && (
              <OwnKind
                key={ownKind.id}
                kind={ownKind}
                examples={examples}
                recognition={recognition}
                guarded={on.guarded}
                onTeach={files => teach(files, { ownName: ownKind.name })}
                onDeleteExample={id => on.deleteExamples([id])}
                onDelete={() => on.deleteKind(ownKind)}
              />
            ),
        )}
      </ul>
      <Corrections
        groups={groups.filter(({ ownKind }) => !ownKind)}
        recognition={recognition}
        onDeleteExamples={on.deleteExamples}
      />
      <FileChooser field={pictures} class="pictures-file" accept="image/*" onFiles={setNaming} />
      <FileChooser field={exported} class="taught-file" accept=".json,application/json" onFile={on.importFile} />
      {naming && (
        <NameDialog
          hint={text('taught_pictures', count(naming.length))}
          onChoose={said => {
            setNaming(undefined)
            teach(naming, said)
          }}
          onClose={() => setNaming(undefined)}
        />
      )}
      {isErasing && (
        <EraseTaught
          ownKinds={taught?.ownKinds.length ?? 0}
          examples={taught?.examples.length ?? 0}
          onConfirm={() => {
            setErasing(false)
            on.eraseAll()
          }}
          onClose={() => setErasing(false)}
        />
      )}
      <div class="toast-place" role="status">
        {notice && (
          <Toast
            key={notice.number}
            message={notice.message}
            isImportant={notice.isImportant === true}
            onUndo={notice.undo && noticeState.undo}
            onGone={noticeState.dismiss}
          />
        )}
      </div>
    </Section>
  )
}
