import { useCallback, useRef, useState } from 'preact/hooks'
import { isAnswered } from '../apparel/answer.ts'
import { garments } from '../apparel/classes.ts'
import { className } from '../i18n/class-name.ts'
import { language } from '../i18n/language.ts'
import { percent } from '../i18n/percent.ts'
import { text } from '../i18n/text.ts'
import { answerText } from '../ui/answer/answer-text.ts'
import { ProbabilityBars } from '../ui/answer/probability-bars.tsx'
import { usePasteAndDrop } from '../ui/upload/use-paste-and-drop.ts'
import type { UploadState } from '../ui/upload/use-upload.ts'
import { samples } from './samples.ts'

/** Lets the user try the network on bundled samples or on a picture of their own. */
export function TryOut({ attempt, isMissing, takeFile, takeFirst }: UploadState) {
  const input = useRef<HTMLInputElement>(null)
  const [chosen, choose] = useState<string>()
  const takeOwn = useCallback(
    (files: Iterable<File>) => {
      choose(undefined)
      takeFirst(files)
    },
    [takeFirst],
  )
  const isDropping = usePasteAndDrop(takeOwn)
  const answer = attempt?.answer
  const prediction = answer && isAnswered(answer) ? answer.prediction : undefined

  const trySample = async (url: string) => {
    choose(url)
    const bytes = await (await fetch(url)).blob()
    takeFile(new File([bytes], 'sample.webp', { type: bytes.type }))
  }

  return (
    <section aria-labelledby="try">
      <h2 id="try">{text('welcome_try')}</h2>
      <div class="try-out">
        <div class="samples">
          {samples.map(({ url, name }) => (
            <button
              type="button"
              key={url}
              aria-label={text(name)}
              aria-pressed={chosen === url}
              onClick={() => void trySample(url)}
            >
              <img src={url} width="96" height="96" alt="" />
            </button>
          ))}
        </div>
        <div class="outcome">
          {attempt && !chosen && <img src={attempt.url} alt="" />}
          <p class="verdict" role="status">
            {isMissing ? text('try_missing') : attempt ? answerText(answer) : text('welcome_try_hint')}
            {prediction?.verdict === 'garment' && <span class="sure"> {percent(prediction.confidence)}</span>}
          </p>
          {attempt && <ProbabilityBars prediction={prediction} />}
          <button type="button" class="choose" onClick={() => input.current?.click()}>
            {text('welcome_own')}
          </button>
          <input
            ref={input}
            type="file"
            accept="image/*"
            hidden
            onChange={event => {
              takeOwn(event.currentTarget.files ?? [])
              // Otherwise choosing the same file again would not fire a change event.
              event.currentTarget.value = ''
            }}
          />
        </div>
      </div>
      <p class="soft">{text('welcome_knows', garmentNames())}</p>
      {isDropping && <div class="drop-here">{text('try_drop')}</div>}
    </section>
  )
}

function garmentNames(): string {
  return new Intl.ListFormat(language()).format(garments.map(className))
}
