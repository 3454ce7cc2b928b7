import type { Page } from 'puppeteer'

/** Reads the clipboard's text, which is not empty, by pasting it into a temporary field of the page in front. */
export async function pasted(page: Page): Promise<string> {
  const field = await page.evaluateHandle(() => document.body.appendChild(document.createElement('textarea')))
  await field.focus()
  await page.keyboard.press('KeyV', { commands: ['Paste'] })
  await page.waitForFunction(field => field.value !== '', {}, field)
  return field.evaluate(field => {
    field.remove()
    return field.value
  })
}
