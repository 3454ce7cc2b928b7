import type { Failure } from '../../../apparel/failure.ts'
import type { SaidByName } from '../../../learning/said.ts'
import type { Picture } from '../../core/find/picture.ts'
import type { PageCore } from '../../core/page-core.ts'
import { teachPicture } from '../../core/teaching/teach-picture.ts'

/**
 * Teaches what several pictures show, one after the other.
 * @param progress called with the number that are done, from 0
 * @param signal stops before the next picture
 */
export async function teachAll(
  pictures: readonly Picture[],
  said: SaidByName,
  core: Pick<PageCore, 'lessons' | 'overlay'>,
  progress: (doneCount: number) => void,
  signal: AbortSignal,
): Promise<{ lessons: string[]; failures: Failure[] }> {
  const lessons: string[] = []
  const failures: Failure[] = []
  for (const [i, picture] of pictures.entries()) {
    if (signal.aborted) break
    progress(i)
    const result = await teachPicture({ url: picture.url, picture }, said, core)
    if ('failure' in result) failures.push(result)
    else lessons.push(result.lesson)
  }
  return { lessons, failures }
}
