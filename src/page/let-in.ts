import type { LatePart } from '../messages/background.ts'
import { type Lens, lensHere } from './lens.ts'
import { tellBackground } from './tell-background.ts'

/**
 * A part of the content script that most pages do without. The first time, its script is let in.
 * @returns undefined where the browser lets nobody in any more
 */
export async function letIn<Part extends LatePart>(part: Part): Promise<Lens[Part] | undefined> {
  const lens = lensHere()
  if (lens && !lens[part]) await tellBackground({ to: 'background', type: 'let-in', part })
  return lens?.[part]
}
