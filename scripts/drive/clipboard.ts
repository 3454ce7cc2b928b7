import type { Page } from 'puppeteer'

/** What the clipboard holds: the page in front pastes it into a field that is made for this. */
export async function pasted(page: Page): Promise<string> {
  const field = await page.evaluateHandle(() => document.body.appendChild(document.createElement('textarea')))
  await field.focus()
  await page.keyboard.press('KeyV', { commands: ['Paste'] })
  return field.evaluate(field => {
    field.remove()
    return field.value
  })
}
