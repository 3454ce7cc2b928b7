import type { Prediction } from '../../apparel/prediction.ts'
import type { Entry } from '../../history/search/entry.ts'
import type { TagFacts } from '../../history/tag.ts'
import { className } from '../../i18n/class-name.ts'
import { language } from '../../i18n/language.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import { CopyJson } from '../../ui/answer/copy-json.tsx'
import { ProbabilityBars } from '../../ui/answer/probability-bars.tsx'
import { Sheet } from '../../ui/feedback/sheet.tsx'
import { ArrowIcon, CrossIcon, StarIcon } from '../../ui/icons/icons.tsx'
import { Outfit } from '../outfit/outfit.tsx'
import { Facts } from './facts.tsx'
import type { TagRead } from './use-tag.ts'

interface DetailProps {
  tag: TagRead | undefined
  /** All tags, of which an outfit is made. */
  tags(): readonly Entry[]
  /** Ids of its neighbours in the list. */
  before: string | undefined
  after: string | undefined
  onOpen(id: string): void
  onClose(): void
  onFavour(ids: string[], isFavourite: boolean): void
  onSimilar(id: string): void
  onDelete(id: string): void
}

/** All that is known of a tag, and what can be done with it; over the end of the page. */
export function Detail({ tag, tags, before, after, onOpen, onClose, onFavour, onSimilar, onDelete }: DetailProps) {
  const facts = tag === 'gone' ? undefined : tag?.facts
  const turn = (id: string | undefined) => id && onOpen(id)
  const onKeyDown = (event: KeyboardEvent) => {
    const isRightToLeft = document.documentElement.dir === 'rtl'
    if (event.key === 'ArrowRight') turn(isRightToLeft ? before : after)
    else if (event.key === 'ArrowLeft') turn(isRightToLeft ? after : before)
    else if (event.key === 'Delete' && facts) onDelete(facts.id)
    else return
    event.preventDefault()
  }
  return (
    <Sheet class="detail" labelledBy="detail-title" onClose={onClose} onKeyDown={onKeyDown}>
      <header>
        <h2 id="detail-title">
          {facts ? className(facts.garment) : text(tag === 'gone' ? 'detail_gone' : 'answer_looking')}{' '}
          {facts && <span class="share">{percent(facts.confidence)}</span>}
        </h2>
        <button type="button" class="quiet" {...named('detail_before')} disabled={!before} onClick={() => turn(before)}>
          <ArrowIcon isBack />
        </button>
        <button type="button" class="quiet" {...named('detail_after')} disabled={!after} onClick={() => turn(after)}>
          <ArrowIcon />
        </button>
        <button type="button" class="quiet" {...named('close')} onClick={onClose}>
          <CrossIcon />
        </button>
      </header>
      {facts && tag && tag !== 'gone' && (
        <>
          <div class="large">
            <img src={tag.picture} alt="" />
            <button
              type="button"
              class="favour"
              aria-pressed={facts.favouriteSince !== undefined}
              {...named('favourite')}
              onClick={() => onFavour([facts.id], facts.favouriteSince === undefined)}
            >
              <StarIcon size={20} />
            </button>
          </div>
          <div class="acts">
            <button type="button" class="choose" onClick={() => onSimilar(facts.id)}>
              {text('similar_find')}
            </button>
            <CopyJson class="choose" key={facts.id} prediction={predictionOf(facts)} />
            <button type="button" class="choose danger" onClick={() => onDelete(facts.id)}>
              {text('delete')}
            </button>
          </div>
          <Facts facts={facts} language={language()} />
          <section aria-labelledby="bars-title">
            <h3 id="bars-title">{text('detail_bars')}</h3>
            <ProbabilityBars prediction={predictionOf(facts)} />
          </section>
          <Outfit key={facts.id} facts={facts} tags={tags} onOpen={onOpen} />
        </>
      )}
    </Sheet>
  )
}

/** What is kept was sure enough when it was seen. */
function predictionOf({ garment, confidence, probabilities }: TagFacts): Prediction {
  return { verdict: 'garment', garment, confidence, probabilities }
}

function named(key: 'close' | 'detail_before' | 'detail_after' | 'favourite') {
  return { 'aria-label': text(key), title: text(key) }
}
