import type { Page } from 'puppeteer'
import { runPrivileged } from '../../../scripts/firefox/privileged.ts'

/** What this file uses of Firefox's own window, in which its function runs. */
declare const Cc: Record<string, { createInstance(kind: unknown): TextInput }>
declare const Ci: { nsITextInputProcessor: unknown }

interface TextInput {
  beginInputTransactionForTests(window: Window): boolean
  keydown(event: KeyboardEvent): void
  keyup(event: KeyboardEvent): void
}

/** Presses Alt, Shift and a letter over a page, as on a keyboard: Firefox's own window hears the keys, too. */
export async function pressAltShift(page: Page, letter: string): Promise<void> {
  await page.bringToFront()
  await runPrivileged(
    page.browser(),
    letter => {
      const input = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor)
      input?.beginInputTransactionForTests(window)
      const keys = [
        { key: 'Alt', code: 'AltLeft', keyCode: 18 },
        { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
        { key: letter, code: `Key${letter}`, keyCode: letter.charCodeAt(0) },
      ].map(key => new KeyboardEvent('', key))
      for (const key of keys) input?.keydown(key)
      for (const key of keys.toReversed()) input?.keyup(key)
    },
    letter,
  )
}
