import { useRef, useState } from 'preact/hooks'
import { isAnswered } from '../../apparel/answer.ts'
import { text } from '../../i18n/text.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import { openFilePicker } from '../../platform/file-picker.ts'
import { answerText } from '../../ui/answer/answer-text.ts'
import { CopyJson } from '../../ui/answer/copy-json.tsx'
import { ProbabilityBars } from '../../ui/answer/probability-bars.tsx'
import { FileChooser } from '../../ui/files/file-chooser.tsx'
import { CrossIcon, PictureIcon } from '../../ui/icons/icons.tsx'
import { Lesson } from '../../ui/teaching/lesson.tsx'
import type { UploadState } from '../../ui/upload/use-upload.ts'
import { Explanation } from './explanation.tsx'

interface TryPictureProps extends UploadState {
  host: HostPort
  /** The user has asked on a page that the browser keeps all extensions off. */
  isBarred: boolean
}

/** Takes a picture from the user and shows its prediction, which the user can correct. */
export function TryPicture({ host, attempt, isMissing, takeFile, correct, clear, isBarred }: TryPictureProps) {
  const input = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  const [explained, explain] = useState<string>()
  const answer = attempt?.answer
  const { prediction, activation } = answer && isAnswered(answer) ? answer : {}
  const isWhy = attempt !== undefined && explained === attempt.url
  const isFailed = isMissing || (answer ? !isAnswered(answer) : isBarred && !attempt)
  const tone = isFailed ? 'trouble' : attempt ? 'answer' : 'idle'
  return (
    <section aria-labelledby="try-title">
      <h2 id="try-title" class="unseen">
        {text('try_title')}
      </h2>
      <div class="try" data-tone={tone}>
        <div class="preview">
          <PictureIcon />
          {attempt?.url && <img key={attempt.url} src={attempt.url} alt="" onError={hide} />}
        </div>
        <div class="says">
          <p class="verdict" role="status">
            {isMissing
              ? text('try_missing')
              : attempt
                ? answerText(answer)
                : text(isBarred ? 'try_barred' : 'try_hint')}
          </p>
          {attempt && prediction && (
            <div class="acts">
              {activation && (
                <button
                  type="button"
                  class="toggle"
                  aria-pressed={isWhy}
                  onClick={() => explain(isWhy ? undefined : attempt.url)}
                >
                  {text('why_show')}
                </button>
              )}
              <CopyJson class="toggle" prediction={prediction} />
            </div>
          )}
        </div>
        {attempt && (
          <button
            type="button"
            class="quiet"
            aria-label={text('try_clear')}
            title={text('try_clear')}
            onClick={() => {
              clear()
              choose.current?.focus()
            }}
          >
            <CrossIcon />
          </button>
        )}
        <button
          type="button"
          class="choose"
          ref={choose}
          onClick={() => input.current && openFilePicker(input.current)}
        >
          {text(attempt ? 'try_other' : 'try_choose')}
        </button>
        {attempt && isWhy && prediction && activation && (
          <Explanation url={attempt.url} garment={prediction.garment} map={activation} />
        )}
        {attempt && prediction && (
          <Lesson
            key={attempt.url}
            host={host}
            source={{ bytes: attempt.file }}
            prediction={prediction}
            onAnswer={correct}
          />
        )}
        {attempt && (!answer || prediction) && <ProbabilityBars prediction={prediction} />}
        <FileChooser field={input} accept="image/*" onFile={takeFile} />
      </div>
    </section>
  )
}

/** Reveals the placeholder behind the preview if the file does not decode, instead of a broken image. */
function hide(event: { currentTarget: HTMLImageElement }): void {
  event.currentTarget.hidden = true
}
