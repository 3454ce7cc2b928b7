/** `npm run build [-- --browser firefox]`: builds the extension into `dist/`, or that for Firefox into `dist-firefox/`. */
import { parseArgs } from 'node:util'
import { buildFor } from './build/build-for.ts'

try {
  const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } })
  await buildFor(values.browser)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
