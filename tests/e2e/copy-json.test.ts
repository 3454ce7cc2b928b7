import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { pasted } from '../../scripts/drive/clipboard.ts'
import { answerOf, choose } from '../../scripts/drive/context-menu.ts'
import { untilOverlaySays } from '../../scripts/drive/in-overlay.ts'
import { pressCopy } from '../../scripts/drive/overlay.ts'
import { classOfKind } from '../../src/apparel/kinds.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { picturePath } from '../shop/pictures.ts'

let session: Session
beforeAll(async () => {
  // Not a loopback name: without TLS, such a page is no secure context and has no `navigator.clipboard`.
  session = await openSession({ args: ['--host-resolver-rules=MAP plain.example 127.0.0.1'] })
})
afterAll(() => session?.close())

it.each([
  ['1f455', 'T-Shirt'],
  ['1f408', 'none'],
])('copies the answer to a right click as JSON, on a page without TLS: %s', async (code, label) => {
  const page = await ask(code, '')
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await pressAndHear(page, messages.copied.message)
  expect(await page.evaluate(() => getSelection()?.type)).toBe('None')
  const { kind, confidence, top, ...rest } = JSON.parse(await pasted(page))
  expect(rest).toEqual({ label })
  expect(kind === null || classOfKind(kind) === label).toBe(true)
  expect(top[0]).toEqual({ label, confidence })
})

it('says when the page intercepts copying, and reveals nothing to the page', async () => {
  const page = await ask(
    '1f45f',
    `<script>
      const seen = (window.seen = [])
      addEventListener('copy', event => { seen.push(event.clipboardData.getData('text/plain')); event.stopImmediatePropagation() }, true)
    </script>`,
  )
  await pressAndHear(page, messages.copy_failed.message)
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([''])
})

async function ask(code: string, more: string): Promise<Page> {
  const origin = session.shop.origin.replace('127.0.0.1', 'plain.example')
  const page = await session.visit(`<img src="${picturePath(code, 70)}" alt="">${more}`, origin)
  await page.waitForFunction(() => document.images[0]?.complete)
  await choose(session, page, origin + picturePath(code, 70))
  await answerOf(page)
  return page
}

/** Presses the button and waits for its feedback, which stays for only 2 s. */
async function pressAndHear(page: Page, words: string): Promise<void> {
  await untilOverlaySays(page, '.card .copy', words, () => pressCopy(page))
}
