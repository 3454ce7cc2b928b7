import { isAnswered } from '../../apparel/answer.ts'
import { className } from '../../i18n/class-name.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import { answerText } from '../../ui/answer/answer-text.ts'
import { CrossIcon } from '../../ui/icons/icons.tsx'
import { useTag } from '../detail/use-tag.ts'
import type { LikePicture } from './use-like-picture.ts'
import type { SimilarState } from './use-similar.ts'

interface LikeBarProps {
  picture: LikePicture | undefined
  /** Id of a tag, where it is none of the person's own pictures. */
  tag: string | undefined
  /** Another one after each change of the tag. */
  revision: unknown
  similar: SimilarState | undefined
  onClear(): void
}

/** What the list is alike to, above it. */
export function LikeBar({ picture, tag, revision, similar, onClear }: LikeBarProps) {
  return (
    <div class="like-bar">
      {picture ? <PictureWords picture={picture} /> : tag && <TagWords id={tag} revision={revision} />}
      {similar && !similar.items && (
        <label class="reading">
          {text('similar_reading')} <progress value={similar.progress} />
        </label>
      )}
      <button
        type="button"
        class="quiet"
        aria-label={text('similar_clear')}
        title={text('similar_clear')}
        onClick={onClear}
      >
        <CrossIcon />
      </button>
    </div>
  )
}

function PictureWords({ picture: { url, answer } }: { picture: LikePicture }) {
  const isFailed = answer !== undefined && !isAnswered(answer)
  return (
    <>
      {url && <img src={url} alt="" onError={event => (event.currentTarget.hidden = true)} />}
      <p role="status" class={isFailed ? 'trouble' : ''}>
        {isFailed ? answerText(answer) : <strong>{text('similar_picture')}</strong>}
        {!isFailed && <span class="soft">{answerText(answer)}</span>}
      </p>
    </>
  )
}

function TagWords({ id, revision }: { id: string; revision: unknown }) {
  const tag = useTag(id, revision)
  const facts = tag && tag !== 'gone' ? tag : undefined
  return (
    <>
      {facts && <img src={facts.picture} alt="" />}
      <p role="status">
        <strong>{text(tag === 'gone' ? 'detail_gone' : 'similar_tag')}</strong>
        {facts && (
          <span class="soft">
            {className(facts.facts.garment)} {percent(facts.facts.confidence)} <bdi>{facts.facts.pageTitle}</bdi>
          </span>
        )}
      </p>
    </>
  )
}
