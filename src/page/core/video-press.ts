import { onAbort } from '../../async/on-abort.ts'
import type { Overlay } from './overlay/overlay.ts'

type Follow = (video: HTMLVideoElement) => void

/**
 * What follows the videos of a page, which has one overlay. It is no part of the core, which the content script would have to
 * carry: those who press and who serves them are in the answer script.
 */
const followers = new WeakMap<Overlay, Follow>()

/** Follows the videos for which the user presses a card's offer, until the signal is aborted. */
export function serveVideoPress(overlay: Overlay, follow: Follow, signal: AbortSignal): void {
  followers.set(overlay, follow)
  onAbort(signal, () => followers.delete(overlay))
}

/** Marks the garments of a video while it plays. */
export function pressVideo(overlay: Overlay, video: HTMLVideoElement): void {
  followers.get(overlay)?.(video)
}
