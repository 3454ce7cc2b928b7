import { failureText } from '../../i18n/failure-text.ts'
import { text } from '../../i18n/text.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { SaidByName } from '../../learning/said.ts'
import type { TeachSource } from '../../messages/host-port.ts'
import type { NoticeState } from '../feedback/use-notice.ts'
import { count } from '../format/count.ts'

/**
 * Teaches pictures that all show the same, one after the other. Notices tell how far it is, what came of it, and offer to undo
 * it.
 */
export async function teachAll(
  host: HostPort,
  sources: readonly TeachSource[],
  said: SaidByName,
  { show }: Pick<NoticeState, 'show'>,
): Promise<void> {
  const lessons: string[] = []
  let failedCount = 0
  let reason: string | undefined
  for (const [i, source] of sources.entries()) {
    show({ message: text('choose_learning', count(i + 1), count(sources.length)), isImportant: true })
    const result = await host.teach(source, said)
    if ('failure' in result) {
      failedCount++
      reason ??= failureText(result)
    } else lessons.push(result.lesson)
  }
  show({
    message: [
      ...(lessons.length > 0 ? [text('choose_learned', count(lessons.length))] : []),
      ...(reason ? [text('choose_failed', count(failedCount)), reason] : []),
    ].join(' · '),
    isImportant: true,
    ...(lessons.length > 0 && { undo: () => void takeAllBack(host, lessons) }),
  })
}

/** The latest first, because each lesson goes back to what held before it. */
async function takeAllBack(host: HostPort, lessons: readonly string[]): Promise<void> {
  for (const lesson of lessons.toReversed()) await host.untell(lesson)
}
