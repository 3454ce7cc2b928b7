import { onAbort } from '../../../async/on-abort.ts'
import type { NamedGarment } from '../../../garments/picture-garments.ts'
import { createTracker } from '../../../garments/track/track-garments.ts'
import { failureText } from '../../../i18n/failure-text.ts'
import { text } from '../../../i18n/text.ts'
import { isFailure } from '../../core/answers/fallbacks.ts'
import { createGarmentMarks } from '../../core/garments/garment-marks.ts'
import { createMeterOfVideo } from '../../core/garments/picture-meter.ts'
import { styleGarments } from '../../core/garments/show-worn.ts'
import type { PageCore } from '../../core/page-core.ts'
import teachingStyles from '../../core/teaching/teaching.css?inline'
import { createControl } from './control.ts'
import styles from './follow-video.css?inline'
import { intervalAfter } from './pace.ts'
import { createFrameTaker, type Frame } from './take-frame.ts'
import { watchPlayback } from './watch-playback.ts'

/**
 * Marks the garments in a video, about twice a second while it plays and can be seen. It ends with the video, when the tab is
 * hidden, and when the user presses Escape or *Stop*.
 * @param life ends it when it is aborted
 * @param notify says why it cannot be followed
 */
export function startFollowing(
  core: PageCore,
  video: HTMLVideoElement,
  life: AbortController,
  notify: (words: string) => void,
): void {
  const { overlay, markHandled } = core
  const { signal } = life
  const stop = () => life.abort()
  styleGarments(overlay)
  overlay.addStyle(teachingStyles + styles)
  const takeFrame = createFrameTaker(video)
  const tracker = createTracker()
  const marks = createGarmentMarks(overlay, video, createMeterOfVideo(video), { onGone: stop, isMoving: true })
  const control = createControl(core, video, stop, signal)
  let garments: NamedGarment[] = []
  let timer = 0
  /** When the next frame may be taken, by `performance.now()`. A page may start and stop its video as often as it likes. */
  let nextAt = 0
  let isAsking = false

  function refuse(words: string): void {
    notify(words)
    stop()
  }

  async function look(): Promise<void> {
    if (isAsking || signal.aborted || !playback.isRunning()) return
    const from = performance.now()
    const frame = takeFrame()
    if (typeof frame === 'string') return refuse(text(`follow_${frame}`))
    const drawing = performance.now() - from
    isAsking = true
    const networks = frame ? await ask(frame) : 0
    isAsking = false
    nextAt = from + intervalAfter(drawing, networks)
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    if (!signal.aborted && playback.isRunning()) timer = window.setTimeout(look, nextAt - performance.now())
  }

  /** @returns the time of the networks, milliseconds */
  async function ask(source: Frame): Promise<number> {
    const { position } = playback
    const found = await core.garments.findGarments({ source, priority: 'visible' }, signal)
    if (signal.aborted) return 0
    if (isFailure(found)) {
      if (found.failure !== 'too_often') refuse(failureText(found))
      return 0
    }
    // A frame from before a seek says nothing of what is seen now.
    if (position === playback.position) show(tracker.update(found.garments))
    return found.milliseconds
  }

  function show(next: NamedGarment[]): void {
    garments = next
    marks.show(garments)
    control.show(playback.isRunning(), garments)
  }

  function changed(isElsewhere: boolean): void {
    if (isElsewhere) {
      tracker.reset()
      show([])
    } else control.show(playback.isRunning(), garments)
    schedule()
  }

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return
    markHandled(event)
    stop()
  }
  document.addEventListener('keydown', onKey, { capture: true, signal })
  onAbort(signal, () => {
    clearTimeout(timer)
    marks.remove()
  })
  const playback = watchPlayback(video, { changed, ended: stop }, signal)
  // A video that waits to be played is refused now, and not once it plays.
  const first = takeFrame()
  if (typeof first === 'string') refuse(text(`follow_${first}`))
  else changed(false)
}
