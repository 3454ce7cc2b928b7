import { predictPicture } from '../../src/apparel/predict-picture.ts'
import { MODEL, openShippedNetwork } from '../evaluation/shipped-network.ts'
import { openInputReader, UndecodableError } from '../network-input.ts'
import type { FileAnswer } from './file-answer.ts'
import { readPicture } from './read-picture.ts'

/**
 * Opens the shipped network for files.
 * @returns a function from a file's path to its answer, which never rejects
 */
export async function openClassifier(): Promise<(path: Buffer) => Promise<FileAnswer>> {
  const { card, outputsOf } = await openShippedNetwork(MODEL)
  const inputOf = await openInputReader(card.inputSize)
  return async path => {
    const file = await readPicture(path)
    if ('failure' in file) return file
    try {
      return { prediction: predictPicture(await outputsOf(await inputOf(file)), card) }
    } catch (error) {
      const failure = error instanceof UndecodableError ? error.reason : 'network_failed'
      return { failure, detail: firstLine(error) }
    }
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0] ?? ''
}
