import axe from 'axe-core'
import type { Page } from 'puppeteer'

/** Display preferences that a user can set in the system. */
const themes = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  'high contrast': [
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-contrast', value: 'more' },
  ],
  'high contrast, dark': [
    { name: 'prefers-color-scheme', value: 'dark' },
    { name: 'prefers-contrast', value: 'more' },
  ],
  'colours of the system': [{ name: 'forced-colors', value: 'active' }],
}

/** The violations that axe finds on a page in each theme, as `theme: rule: element`. */
export async function faultsOf(page: Page): Promise<string[]> {
  const session = await page.createCDPSession()
  // Through the debugger, because the page's content security policy blocks injected scripts.
  await page.evaluate(axe.source)
  const faults: string[] = []
  for (const [theme, features] of Object.entries(themes)) {
    // Without transitions, whose intermediate colours would be checked.
    const still = { name: 'prefers-reduced-motion', value: 'reduce' }
    await session.send('Emulation.setEmulatedMedia', { features: [...features, still] })
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
      })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.split('\n')[1]?.trim()}`,
        ),
      )
    })
    faults.push(...found.map(fault => `${theme}: ${fault}`))
  }
  await session.send('Emulation.setEmulatedMedia', { features: [] })
  await session.detach()
  return faults
}
