import { badgeConfidence } from '../../apparel/badge-choice.ts'
import type { Prediction } from '../../apparel/prediction.ts'
import { changeHistory } from '../database/transactions.ts'
import { updateCounts } from '../database/update-counts.ts'
import type { TagMetadata } from '../tag.ts'
import { announce } from '../watch-history.ts'
import { removeMedia } from './deleted-tags.ts'
import { labelsOf, untoldPartOf } from './tag-labels.ts'

/**
 * Gives tags the labels that the user has told of their pictures. A tag of whose picture the user says nothing any more shows
 * again what it showed before. Probabilities stay those of the network. Ignores unknown ids.
 * @param predictions by the tags' ids; undefined if nothing is known but that the user says nothing
 * @throws HistoryError; nothing has changed then
 */
export async function relabelTags(predictions: ReadonlyMap<string, Prediction | undefined>): Promise<void> {
  const ids = await changeHistory(async transaction => {
    const store = transaction.objectStore('tags')
    const known = await Promise.all([...predictions.keys()].map(id => store.get(id)))
    const before = known.filter(tag => tag !== undefined)
    const after = before.map(tag => relabelled(tag, predictions.get(tag.id)))
    const changed = after.filter((tag, i) => tag !== before[i])
    const emptyIds = changed.filter(showsNothing).map(({ id }) => id)
    for (const tag of changed) await store.put(tag)
    for (const id of emptyIds) await Promise.all([store.delete(id), removeMedia(transaction, id)])
    await updateCounts(
      transaction,
      before,
      after.filter(({ id }) => !emptyIds.includes(id)),
    )
    return { saved: changed.map(({ id }) => id).filter(id => !emptyIds.includes(id)), deleted: emptyIds }
  })
  if (ids.saved.length > 0) announce({ type: 'saved', ids: ids.saved })
  if (ids.deleted.length > 0) announce({ type: 'deleted', ids: ids.deleted })
}

/** Whether only what the user had said gave the picture a tag. */
function showsNothing({ garment, kind, own, byUser, by, favouriteSince }: TagMetadata): boolean {
  const isNothing = garment === 'none' && kind === undefined && own === undefined && byUser !== 'told'
  return isNothing && by === 'auto' && favouriteSince === undefined
}

/** Returns the tag itself if nothing changes. */
function relabelled(tag: TagMetadata, prediction: Prediction | undefined): TagMetadata {
  const { garment, kind, own, ownName, byUser, confidence, untold, ...rest } = tag
  const shown = { garment, kind, own, ownName, byUser, confidence }
  if (prediction?.byUser !== 'told') return byUser === 'told' && untold ? { ...rest, ...untold } : tag
  const told = { ...labelsOf(prediction), confidence: badgeConfidence(prediction) }
  const isSame = (Object.keys(shown) as (keyof typeof shown)[]).every(key => shown[key] === told[key])
  if (isSame) return tag
  return { ...rest, ...told, untold: byUser === 'told' && untold ? untold : untoldPartOf(tag) }
}
