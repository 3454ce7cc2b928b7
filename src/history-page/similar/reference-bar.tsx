import { isAnswered } from '../../apparel/answer.ts'
import { percent } from '../../i18n/percent.ts'
import { text } from '../../i18n/text.ts'
import { answerText } from '../../ui/answer/answer-text.ts'
import { labelName } from '../../ui/format/label-name.ts'
import { CrossIcon } from '../../ui/icons/icons.tsx'
import { useTag } from '../detail/use-tag.ts'
import type { ReferencePicture } from './use-reference-picture.ts'
import type { SimilarState } from './use-similar.ts'

interface ReferenceBarProps {
  picture: ReferencePicture | undefined
  /** Id of the reference tag, if the reference is not the user's own picture. */
  tag: string | undefined
  /** Changes with each change of the tag. */
  revision: unknown
  similar: SimilarState | undefined
  onClear(): void
}

/** Shows what the results resemble, above the list. */
export function ReferenceBar({ picture, tag, revision, similar, onClear }: ReferenceBarProps) {
  return (
    <div class="like-bar">
      {picture ? <PictureLabel picture={picture} /> : tag && <TagLabel id={tag} revision={revision} />}
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

function PictureLabel({ picture: { url, answer } }: { picture: ReferencePicture }) {
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

function TagLabel({ id, revision }: { id: string; revision: unknown }) {
  const tag = useTag(id, revision)
  const found = tag && tag !== 'gone' ? tag : undefined
  return (
    <>
      {found && <img src={found.picture} alt="" />}
      <p role="status">
        <strong>{text(tag === 'gone' ? 'detail_gone' : 'similar_tag')}</strong>
        {found && (
          <span class="soft">
            {labelName(found.metadata)} {percent(found.metadata.confidence)} <bdi>{found.metadata.pageTitle}</bdi>
          </span>
        )}
      </p>
    </>
  )
}
