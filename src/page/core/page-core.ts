import type { Answer } from '../../apparel/answer.ts'
import type { Kind } from '../../apparel/kinds.ts'
import { onAbort } from '../../async/on-abort.ts'
import { HostPort } from '../../inference/client/host-port.ts'
import type { ActiveSites } from '../../settings/active-sites.ts'
import { type Answers, createAnswers } from './answers/answers.ts'
import { mayBeGranted } from './answers/picture-request.ts'
import { type Choices, createChoices } from './choices.ts'
import { createOverlay, type Overlay } from './overlay/overlay.ts'
import { createPictures, type Pictures } from './pictures.ts'

/** What a feature has to work with: the pictures of a page, the answers about them, and a layer to draw on. */
export interface PageCore {
  /** The pictures of the page, and what is known of each. */
  pictures: Pictures
  /** Answers about single pictures, on the user's request. */
  answers: Answers
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
  let granted = ''
  return {
    core: { pictures, answers, overlay, choices, signal },
    applySettings: settings => {
      const now = settings.granted.join()
      if (granted !== now) pictures.retry(mayBeGranted)
      granted = now
      const { kinds } = choices.current()
      set(settings.badges)
      // A tag is stored with the answer, so pictures of newly chosen kinds are asked about again.
      pictures.retry(answer => isOfNewKind(answer, settings.badges.kinds, kinds))
    },
  }
}

function isOfNewKind(answer: Answer, now: readonly Kind[], before: readonly Kind[]): boolean {
  if ('failure' in answer) return false
  const { verdict, kind } = answer.prediction
  return verdict === 'none' && kind !== undefined && now.includes(kind.name) && !before.includes(kind.name)
}
