import { onAbort } from '../../../async/on-abort.ts'

/** A jump to before this time starts the video again. Seconds. */
const START_S = 0.1

/** Whether a video plays where the user can see it. */
interface Playback {
  isRunning(): boolean
  /** Changes whenever the video jumps to another place. */
  readonly position: number
}

/**
 * Watches a video until the signal is aborted.
 * @param events `changed` when it starts, stops, jumps, or moves on or off the screen; `ended` with the video, or when the tab is
 *   hidden
 */
export function watchPlayback(
  video: HTMLVideoElement,
  { changed, ended }: { changed(isElsewhere: boolean): void; ended(): void },
  signal: AbortSignal,
): Playback {
  let isOnScreen = true
  let position = 0
  const on = (target: EventTarget, types: string[], callback: () => void) => {
    // A page may dispatch any of them.
    const heard = ({ isTrusted }: Event) => isTrusted && callback()
    for (const type of types) target.addEventListener(type, heard, { signal })
  }
  on(video, ['play', 'playing', 'pause', 'encrypted'], () => changed(false))
  on(video, ['seeking', 'emptied'], () => {
    position++
    // A clip that plays again and again keeps its marks.
    changed(video.currentTime > START_S || video.readyState === HTMLMediaElement.HAVE_NOTHING)
  })
  on(video, ['ended'], ended)
  on(document, ['visibilitychange'], () => document.hidden && ended())
  const seen = new IntersectionObserver(entries => {
    const isNow = entries.at(-1)?.isIntersecting ?? false
    if (isNow === isOnScreen) return
    isOnScreen = isNow
    changed(false)
  })
  seen.observe(video)
  onAbort(signal, () => seen.disconnect())
  return {
    isRunning: () => isOnScreen && !video.paused && !video.ended && !document.hidden,
    get position() {
      return position
    },
  }
}
