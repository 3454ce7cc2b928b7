import { onAbort } from '../../../async/on-abort.ts'
import { badgedAnswer } from '../../core/answers/badged-answer.ts'
import type { PageCore } from '../../core/page-core.ts'
import type { Feature } from '../../feature.ts'
import { isBadgedPage } from '../../page-state.ts'
import { createGarmentCount } from './garment-count.ts'

declare global {
  /** The garments of this frame, for the service worker, which adds up all frames. */
  var apparelLensGarments: (() => number) | undefined
}

/** Has the extension's button show how many garments are on the page. */
export const toolbarCount: Feature = { name: 'toolbar-count', isWanted: isBadgedPage, start }

function start({ pictures, choices, signal }: PageCore): void {
  const count = () => [...pictures.places()].filter(({ answer }) => badgedAnswer(answer, choices.current())).length
  const garments = createGarmentCount(count, signal)
  globalThis.apparelLensGarments = garments.count
  onAbort(signal, () => {
    globalThis.apparelLensGarments = undefined
  })

  let frameCount = window.length
  const moved = () => {
    if (window.length !== frameCount) garments.changed()
    frameCount = window.length
  }
  choices.watch(garments.changed, signal)
  pictures.subscribe({ changed: garments.changed, gone: garments.changed, moved }, signal)
}
