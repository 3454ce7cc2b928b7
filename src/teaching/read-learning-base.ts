import fileUrl from '../../models/apparel/learning.bin?url'
import header from '../../models/apparel/learning.json'
import { type LearningBase, type LearningHeader, openLearningBase } from '../learning/learning-base.ts'

/** Reads what ships for learning from the extension's package. */
export async function readLearningBase(): Promise<LearningBase> {
  return openLearningBase(header as LearningHeader, await (await fetch(fileUrl)).arrayBuffer())
}
