import { badgeConfidence } from '../../apparel/badge-choice.ts'
import { labelOf, type Prediction } from '../../apparel/prediction.ts'
import { changeHistory } from '../database/transactions.ts'
import { updateCounts } from '../database/update-counts.ts'
import type { TagMetadata } from '../tag.ts'
import { announce } from '../watch-history.ts'

/**
 * Gives tags the labels of other predictions. Their probabilities stay those of the network. Ignores unknown ids.
 * @param predictions by the tags' ids
 * @throws HistoryError; nothing has changed then
 */
export async function relabelTags(predictions: ReadonlyMap<string, Prediction>): Promise<void> {
  const ids = await changeHistory(async transaction => {
    const store = transaction.objectStore('tags')
    const before: TagMetadata[] = []
    const after: TagMetadata[] = []
    for (const [id, prediction] of predictions) {
      const known = await store.get(id)
      if (!known) continue
      before.push(known)
      after.push(relabelled(known, prediction))
    }
    for (const tag of after) await store.put(tag)
    await updateCounts(transaction, before, after)
    return after.map(({ id }) => id)
  })
  if (ids.length > 0) announce({ type: 'saved', ids })
}

function relabelled(tag: TagMetadata, prediction: Prediction): TagMetadata {
  const { kind: _, own: __, byUser: ___, ...rest } = tag
  return { ...rest, ...labelsOf(prediction), confidence: badgeConfidence(prediction) }
}

/** The labels of a tag that shows what a prediction says. */
export function labelsOf(prediction: Prediction): Pick<TagMetadata, 'garment' | 'kind' | 'own' | 'byUser'> {
  const { kind, own, byUser } = prediction
  return {
    garment: labelOf(prediction),
    ...(kind && { kind: kind.name }),
    ...(own && { own: own.id }),
    ...(byUser && { byUser }),
  }
}
