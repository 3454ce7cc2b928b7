import type { Page } from 'puppeteer'
import { inOverlay } from './in-overlay.ts'
import type { Box } from './overlay.ts'

/** What the user sees who marks a region of a page. */
interface Stage {
  /** '' while there is no stage, or it is not placed yet. */
  hint: string
  /** The frame as far as it is drawn; undefined before. */
  region: Box | undefined
  /** The middle of its button *Cancel*. */
  cancel: [number, number]
  /** Whether it has the focus. */
  isFocused: boolean
}

/** Reads the stage on which the user marks a region. It is in an empty frame in the overlay, or in the overlay itself. */
export function readStage(page: Page): Promise<Stage> {
  return inOverlay<Stage, []>(
    page,
    { hint: '', region: undefined, cancel: [0, 0], isFocused: false },
    function (this: ShadowRoot) {
      const marking = this.querySelector('.marking')
      const frame = marking?.querySelector('iframe')
      const root = frame?.contentDocument?.body ?? marking
      const isPlaced = marking?.checkVisibility({ visibilityProperty: true }) ?? false
      const region = root?.querySelector<HTMLElement>('.region:not([hidden])')
      const { x = 0, y = 0, width = 0, height = 0 } = root?.querySelector('.act')?.getBoundingClientRect() ?? {}
      return {
        hint: (isPlaced && root?.querySelector<HTMLElement>('.hint [role=status]')?.dataset.text) || '',
        region: region ? (region.getBoundingClientRect().toJSON() as Box) : undefined,
        cancel: [x + width / 2, y + height / 2],
        isFocused: root?.querySelector('.area')?.matches(':focus') ?? false,
      }
    },
  )
}
