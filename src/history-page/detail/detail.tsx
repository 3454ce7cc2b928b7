import { shownKind } from '../../history/labels.ts'
import type { Entry } from '../../history/search/entry.ts'
import { predictionOf } from '../../history/tag-prediction.ts'
import { language } from '../../i18n/language.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import { CopyJson } from '../../ui/answer/copy-json.tsx'
import { ProbabilityBars } from '../../ui/answer/probability-bars.tsx'
import { Sheet } from '../../ui/feedback/sheet.tsx'
import { labelName } from '../../ui/format/label-name.ts'
import { ArrowIcon, CrossIcon, StarIcon } from '../../ui/icons/icons.tsx'
import { KindDot } from '../../ui/teaching/kind-dot.tsx'
import { knownOwnKind } from '../../ui/teaching/known-own-kinds.ts'
import { Lesson } from '../../ui/teaching/lesson.tsx'
import { Outfit } from '../outfit/outfit.tsx'
import { Metadata } from './metadata.tsx'
import type { TagRead } from './use-tag.ts'

interface DetailProps {
  host: HostPort
  tag: TagRead | undefined
  /** All tags, from which outfits are suggested. */
  tags(): readonly Entry[]
  /** Ids of the neighbouring tags in the list. */
  before: string | undefined
  after: string | undefined
  onOpen(id: string): void
  onClose(): void
  onFavourite(ids: string[], isFavourite: boolean): void
  onSimilar(id: string): void
  onDelete(id: string): void
}

/** Shows everything about a tag and what can be done with it, over the side of the page. */
export function Detail(props: DetailProps) {
  const { host, tag, tags, before, after, onOpen, onClose, onFavourite, onSimilar, onDelete } = props
  const metadata = tag === 'gone' ? undefined : tag?.metadata
  const prediction = metadata && predictionOf(metadata, knownOwnKind(metadata.own))
  const turn = (id: string | undefined) => id && onOpen(id)
  const onKeyDown = (event: KeyboardEvent) => {
    const isRightToLeft = document.documentElement.dir === 'rtl'
    if (event.key === 'ArrowRight') turn(isRightToLeft ? before : after)
    else if (event.key === 'ArrowLeft') turn(isRightToLeft ? after : before)
    else if (event.key === 'Delete' && metadata) onDelete(metadata.id)
    else return
    event.preventDefault()
  }
  return (
    <Sheet class="detail" labelledBy="detail-title" onClose={onClose} onKeyDown={onKeyDown}>
      <header>
        <h2 id="detail-title">
          <KindDot kind={metadata && shownKind(metadata)} />
          {metadata ? labelName(metadata) : text(tag === 'gone' ? 'detail_gone' : 'answer_looking')}{' '}
          {metadata && <span class="share">{percent(metadata.confidence)}</span>}
        </h2>
        <button
          type="button"
          class="quiet"
          {...labelled('detail_before')}
          disabled={!before}
          onClick={() => turn(before)}
        >
          <ArrowIcon isBack />
        </button>
        <button type="button" class="quiet" {...labelled('detail_after')} disabled={!after} onClick={() => turn(after)}>
          <ArrowIcon />
        </button>
        <button type="button" class="quiet" {...labelled('close')} onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      {metadata && tag && tag !== 'gone' && (
        <>
          <div class="large">
            <img src={tag.picture} alt="" />
            <button
              type="button"
              class="favour"
              aria-pressed={metadata.favouriteSince !== undefined}
              {...labelled('favourite')}
              onClick={() => onFavourite([metadata.id], metadata.favouriteSince === undefined)}
            >
              <StarIcon size={20} />
            </button>
          </div>
          {prediction && <Lesson key={metadata.id} host={host} source={{ tag: metadata.id }} prediction={prediction} />}
          <div class="acts">
            <button type="button" class="choose" onClick={() => onSimilar(metadata.id)}>
              {text('similar_find')}
            </button>
            {prediction && <CopyJson class="choose" key={metadata.id} prediction={prediction} />}
            <button type="button" class="choose danger" onClick={() => onDelete(metadata.id)}>
              {text('delete')}
            </button>
          </div>
          <Metadata metadata={metadata} language={language()} />
          {prediction && (
            <section aria-labelledby="bars-title">
              <h3 id="bars-title">{text('detail_bars')}</h3>
              <ProbabilityBars prediction={prediction} />
            </section>
          )}
          <Outfit key={metadata.id} metadata={metadata} tags={tags} onOpen={onOpen} />
        </>
      )}
    </Sheet>
  )
}

function labelled(key: 'close' | 'detail_before' | 'detail_after' | 'favourite') {
  return { 'aria-label': text(key), title: text(key) }
}
