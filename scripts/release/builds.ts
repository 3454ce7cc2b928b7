import type { BrowserName } from '../build/build-for.ts'
import { dist, firefoxDist } from '../paths.ts'

/** A package of the release: the browser, the arguments of `npm run build`, and the folder that this fills. */
export interface Build {
  browser: BrowserName
  args: string[]
  folder: string
}

/** One line for each browser. */
export const builds: Build[] = [
  { browser: 'chromium', args: [], folder: dist },
  { browser: 'firefox', args: ['--browser', 'firefox'], folder: firefoxDist },
]
