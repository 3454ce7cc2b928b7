import browser from 'webextension-polyfill'
import type { LatePart, ToBackground } from '../messages.ts'
import { type Lens, lensHere } from './lens.ts'

/**
 * A part of the content script that most pages do without. The first time, its script is let in.
 * @returns undefined where the browser lets nobody in any more
 */
export async function letIn<Part extends LatePart>(part: Part): Promise<Lens[Part] | undefined> {
  const lens = lensHere()
  const wish: ToBackground = { to: 'background', type: 'let-in', part }
  if (lens && !lens[part]) await browser.runtime.sendMessage(wish).catch(() => {})
  return lens?.[part]
}
