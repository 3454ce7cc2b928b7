/**
 * `npm run lint:firefox`: checks the build for Firefox with the linter that Mozilla's store uses. Errors fail it, and so do
 * warnings without an explanation below.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { firefoxDist } from './paths.ts'

/** Warnings that are no fault: which, in which files, and why. */
const EXPLAINED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    files: /^(assets\/jsxRuntime\.module-[\w-]+|src\/popup\/popup|src\/history-page\/history-page)\.js$/,
    why: 'Preact assigns to innerHTML for dangerouslySetInnerHTML, which the lint rule noDangerouslySetInnerHtml bars here.',
  },
]

interface Message {
  code: string
  message: string
  description: string
  file?: string
  line?: number
}

/** What this file reads of the linter's report. */
interface Report {
  errors: Message[]
  warnings: Message[]
}

const { errors, warnings } = lint(firefoxDist)
const faults = [...errors, ...warnings.filter(warning => !explanationOf(warning))]
for (const warning of warnings) console.log(`${asLine(warning)}\n  ${explanationOf(warning) ?? warning.description}`)
for (const error of errors) console.error(`${asLine(error)}\n  ${error.description}`)
console.log(
  `${errors.length} errors, ${warnings.length} warnings, ${faults.length - errors.length} of them not explained`,
)
process.exitCode = faults.length > 0 ? 1 : 0

/** @throws Error with the linter's own words if it does not run */
function lint(folder: string): Report {
  const require = createRequire(import.meta.url)
  const program = require.resolve('addons-linter/bin/addons-linter')
  const { stdout, stderr } = spawnSync(process.execPath, [program, folder, '--output', 'json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (!stdout.startsWith('{')) throw new Error(`The linter did not run: ${stderr || stdout}`)
  return JSON.parse(stdout) as Report
}

function explanationOf({ code, file = '' }: Message): string | undefined {
  return EXPLAINED.find(known => known.code === code && known.files.test(file))?.why
}

function asLine({ code, message, file = 'manifest.json', line }: Message): string {
  return `${file}${line ? `:${line}` : ''} ${code}: ${message}`
}
