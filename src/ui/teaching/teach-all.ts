import type { Failure } from '../../apparel/failure.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { SaidByName } from '../../learning/said.ts'
import type { TeachSource } from '../../messages/host-port.ts'

/** What came of teaching several pictures. */
export interface LessonsLearned {
  /** The lessons, which `takeAllBack` takes back. */
  lessons: string[]
  /** One for each picture that could not be learned. */
  failures: Failure[]
}

/**
 * Teaches pictures that all show the same, one after the other.
 * @param onProgress called after each picture
 */
export async function teachAll(
  host: HostPort,
  sources: readonly TeachSource[],
  said: SaidByName,
  onProgress?: (done: number) => void,
): Promise<LessonsLearned> {
  const learned: LessonsLearned = { lessons: [], failures: [] }
  for (const [i, source] of sources.entries()) {
    const result = await host.teach(source, said)
    if ('failure' in result) learned.failures.push(result)
    else learned.lessons.push(result.lesson)
    onProgress?.(i + 1)
  }
  return learned
}

/** Takes lessons back, the latest first. */
export async function takeAllBack(host: HostPort, lessons: readonly string[]): Promise<void> {
  for (const lesson of lessons.toReversed()) await host.untell(lesson)
}
