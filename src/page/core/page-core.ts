import { isAnswered } from '../../apparel/answer.ts'
import { isBadged } from '../../apparel/badge-choice.ts'
import { onAbort } from '../../async/on-abort.ts'
import { HostPort } from '../../inference/client/host-port.ts'
import type { ActiveSites } from '../../settings/active-sites.ts'
import { type Answers, createAnswers } from './answers/answers.ts'
import { mayBeGranted } from './answers/picture-request.ts'
import type { BadgePress } from './badge-press.ts'
import { type Choices, createChoices } from './choices.ts'
import { type ContextMenuTarget, watchContextMenu } from './find/context-menu-target.ts'
import type { Picture } from './find/picture.ts'
import { createLateCall, type LateCall } from './late-call.ts'
import type { MarkedRegion } from './marked-region.ts'
import { markHandled } from './overlay/escape-key.ts'
import { createOverlay, type Overlay } from './overlay/overlay.ts'
import { createPictures, type Pictures } from './pictures.ts'

/** What a feature has to work with: the pictures of a page, the answers about them, and a layer to draw on. */
export interface PageCore {
  /** The pictures of the page, and what is known of each. */
  pictures: Pictures
  /** Answers about single pictures, on the user's request. */
  answers: Answers
  /** What the user says about pictures. */
  lessons: Pick<HostPort, 'teach' | 'untell'>
  /** Searches for garments. */
  garments: Pick<HostPort, 'findGarments'>
  /** Says which badge the user has pressed. */
  badgePress: LateCall<BadgePress>
  /** Shows each garment in a picture. */
  outfitPress: LateCall<Picture>
  /** Says which part of the screen the user has marked. */
  markedRegion: LateCall<MarkedRegion>
  /** What the user has opened the context menu on. */
  contextMenuTarget(): ContextMenuTarget
  /** Consumes a key event so that no other handler of ours acts on it. */
  markHandled(event: Event): void
  /** The layer above the page. */
  overlay: Overlay
  /** Which badges the user wants. */
  choices: Choices
  /** Aborted when the feature must stop and undo everything. */
  signal: AbortSignal
}

/** @param signal aborted once the extension context is stale */
export function createPageCore(signal: AbortSignal): { core: PageCore; applySettings(settings: ActiveSites): void } {
  const port = new HostPort()
  onAbort(signal, () => port.close())
  // The Port dies silently when the page enters the bfcache.
  const onPageShow = ({ persisted, isTrusted }: PageTransitionEvent) => persisted && isTrusted && port.reconnect()
  window.addEventListener('pageshow', onPageShow, { signal })

  const overlay = createOverlay(signal)
  const { choices, set } = createChoices()
  const answers = createAnswers(port, overlay, choices)
  const pictures = createPictures(port, answers, overlay)
  // After a lesson any answer may be another, in every tab.
  port.watchLessons(() => pictures.retry(isAnswered), signal)
  let granted = ''
  return {
    core: {
      pictures,
      answers,
      lessons: port,
      garments: port,
      badgePress: createLateCall(),
      outfitPress: createLateCall(),
      markedRegion: createLateCall(),
      overlay,
      choices,
      signal,
      markHandled,
      // Watched from the start: what answers a right click comes after it.
      contextMenuTarget: watchContextMenu(signal),
    },
    applySettings: settings => {
      const now = settings.granted.join()
      if (granted !== now) pictures.retry(mayBeGranted)
      granted = now
      const before = choices.current()
      set(settings.badges)
      // A tag is stored with an answer, so what now gets a badge beside the ten garments is asked about again.
      pictures.retry(answer => {
        if (!isAnswered(answer) || answer.prediction.verdict !== 'none') return false
        return isBadged(answer.prediction, settings.badges) && !isBadged(answer.prediction, before)
      })
    },
  }
}
