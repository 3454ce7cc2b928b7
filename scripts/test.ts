/** `npm test`: runs every check and names what failed, and prints the totals on the last line. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { out, root } from './paths.ts'
import { readReport, type TestResult } from './test-report.ts'

/** Folders with TypeScript. */
const FOLDERS = ['src', 'scripts', 'tests', 'bench']

const steps: [title: string, run: () => TestResult][] = [
  ['Type check', () => once('@typescript/native/bin/tsc', '--noEmit')],
  ['Lint', () => once('@biomejs/biome/bin/biome', 'check')],
  ['Dependency rules', () => once('dependency-cruiser/bin/dependency-cruise.mjs', ...FOLDERS)],
  ['Unused code', () => once('knip/bin/knip.js', '--no-progress')],
  ['Unit tests', () => tests('unit')],
  // A build is not a test, so only its failure counts.
  ['Build', () => ({ ...once('vite/bin/vite.js', 'build', '--logLevel', 'warn'), passed: 0 })],
  ['End-to-end tests', () => tests('e2e')],
  ['Build for Firefox', () => ({ ...once('tsx/dist/cli.mjs', 'scripts/build.ts', '--browser', 'firefox'), passed: 0 })],
  ['Lint for Firefox', () => once('tsx/dist/cli.mjs', 'scripts/lint-firefox.ts')],
  ['End-to-end tests in Firefox', () => tests('e2e-firefox')],
]

let passed = 0
const failures: string[] = []
for (const [title, run] of steps) {
  console.log(`\n${title}`)
  const result = run()
  passed += result.passed
  failures.push(...result.failures.map(failure => `${title}: ${failure}`))
}
// Each failure once more, because a log may be shown from its end only.
if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join('\n  ')}`)
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0

/** Runs a step that counts as one test. Its own output says what is wrong. */
function once(program: string, ...args: string[]): TestResult {
  return node(program, ...args) === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: ['see above'] }
}

function tests(project: string): TestResult {
  const report = join(out, `tests-${project}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = node('vitest/vitest.mjs', 'run', '--project', project, ...reporters)
  return readReport(report, status)
}

function node(program: string, ...args: string[]): number | null {
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' })
    .status
}
