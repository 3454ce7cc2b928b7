import fileUrl from '../../models/apparel/learning.bin?url'
import { type LearningBase, type LearningHeader, openLearningBase } from '../learning/learning-base.ts'

let base: Promise<LearningBase> | undefined

/** What is known of the network's embeddings. Read from the package when the first example needs it. */
export function readLearningBase(): Promise<LearningBase> {
  base ??= read()
  return base
}

async function read(): Promise<LearningBase> {
  const [{ default: header }, file] = await Promise.all([import('../../models/apparel/learning.json'), fetch(fileUrl)])
  return openLearningBase(header as LearningHeader, await file.arrayBuffer())
}
