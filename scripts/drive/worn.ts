import type { Page } from 'puppeteer'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { clickMenu } from './context-menu.ts'
import { eventually } from './eventually.ts'
import { inOverlay } from './in-overlay.ts'
import type { Launched } from './launch.ts'
import { type Box, readCard, readOverlay } from './overlay.ts'

/** Chooses "What is worn here?" in the context menu of a picture. */
export async function chooseWorn(launched: Launched, page: Page, srcUrl: string): Promise<void> {
  await clickMenu(launched, page, { menuItemId: 'show-worn', srcUrl, mediaType: 'image' }, 'page')
}

/** Chooses the same where the browser finds no image, at the page's last right click. */
export async function chooseWornHere(launched: Launched, page: Page): Promise<void> {
  await clickMenu(launched, page, { menuItemId: 'show-worn-here' }, 'page')
}

/** The garments that the card lists, as `T-Shirt97%`, once it has looked; none where it lists none. */
export async function listedGarments(page: Page): Promise<string[]> {
  await page.bringToFront()
  await eventually(
    () => readCard(page),
    card => card !== '' && card !== messages.answer_looking.message,
  )
  return readOverlay(page, '.worn button')
}

/** A mark on a picture, or its label. */
interface Marked extends Box {
  /** Empty for a mark. */
  text: string
  isPointed: boolean
}

/** Reads the visible marks on a page, and their labels. */
export async function readMarks(page: Page): Promise<{ marks: Marked[]; labels: Marked[] }> {
  const read = (selector: string) =>
    inOverlay(
      page,
      [],
      function (this: ShadowRoot, selector: string) {
        return [...this.querySelectorAll<HTMLElement>(selector)]
          .filter(node => node.checkVisibility({ visibilityProperty: true }))
          .map(node => {
            const { x, y, width, height } = node.getBoundingClientRect()
            const words = [...node.querySelectorAll<HTMLElement>('[data-text]')]
            const text = words.map(({ dataset }) => dataset.text).join(' ')
            return { x, y, width, height, text, isPointed: node.hasAttribute('data-on') }
          })
      },
      selector,
    )
  return { marks: await read('.mark'), labels: await read('.mark-label') }
}
