import { build, type InlineConfig } from 'vite'

/** The browsers that the extension is built for. */
const browsers = ['chromium', 'firefox'] as const
export type BrowserName = (typeof browsers)[number]

/**
 * Builds the extension for a browser.
 * @throws Error if there is no such browser, or the extension does not build
 */
export async function buildFor(browser: string, options: InlineConfig = {}): Promise<void> {
  process.env.BUILD_BROWSER = browserNamed(browser)
  await build(options)
}

/** @throws Error that names the browsers that there are */
export function browserNamed(name: string): BrowserName {
  const known = browsers.find(browser => browser === name)
  if (!known) throw new Error(`There is no build for ${name}. Choose ${browsers.join(' or ')}.`)
  return known
}
