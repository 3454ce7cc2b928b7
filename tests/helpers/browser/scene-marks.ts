import type { Page } from 'puppeteer'
import { eventually } from '../../../scripts/drive/eventually.ts'
import type { Box } from '../../../scripts/drive/overlay.ts'
import { readMarks } from '../../../scripts/drive/worn.ts'
import { scene } from '../../shop/scene.ts'

/** How far a mark may lie from what is drawn, as a share of the picture. */
const TOLERANCE = 0.12

/** Waits until a page has marks that are right. */
export function untilMarked(page: Page, areRight: (marks: Box[]) => boolean): Promise<Box[]> {
  return eventually(
    async () => (await readMarks(page)).marks,
    marks => marks.length > 0 && areRight(marks),
  )
}

/** Whether marks lie on what the scene shows, where a picture of this box is painted. */
export function areOnScene(picture: Box): (marks: Box[]) => boolean {
  return marks =>
    scene.items.every(({ left, top, side }) => {
      const x = picture.x + ((left + side / 2) / scene.width) * picture.width
      const y = picture.y + ((top + side / 2) / scene.height) * picture.height
      return marks.some(
        mark =>
          Math.abs(mark.x + mark.width / 2 - x) < TOLERANCE * picture.width &&
          Math.abs(mark.y + mark.height / 2 - y) < TOLERANCE * picture.height,
      )
    })
}

/** The box of the first element that a selector finds. */
export function boxOf(page: Page, selector = 'img'): Promise<Box> {
  return page.$eval(selector, element => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  })
}

/** Whether two boxes have no part in common. */
export function isApart(a: Box, b: Box): boolean {
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
}
