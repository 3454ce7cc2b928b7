import type { Page } from 'puppeteer'
import { filmOf } from '../../../scripts/drive/film.ts'
import type { Session } from './session.ts'

/** Where the picture is in the test's film, pixels. */
export const pictureInFilm = { left: 80, top: 30, width: 300, height: 300 }

/** The markup of a page that plays a small film of a picture. */
export function testFilm(src: string, { seconds = 1.5, attributes = 'loop' } = {}): string {
  return filmOf([{ src, ...pictureInFilm }], { width: 640, height: 360, seconds, attributes })
}

/** Records such a film in the browser. @returns a WebM file */
export async function recordFilm(session: Session, src: string): Promise<Uint8Array> {
  const page = await session.visit(testFilm(src))
  await page.bringToFront()
  const base64 = await page.evaluate(async () => {
    const blob = await (window as unknown as { film: Promise<Blob> }).film
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
  })
  await page.close()
  return Buffer.from(base64, 'base64')
}

/** Resolves once the page's film plays. */
export async function untilPlaying(page: Page): Promise<void> {
  await page.bringToFront()
  await page.evaluate('playing')
}
