/** `npm test`: runs every check and prints the totals on the last line. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { out, root } from './paths.ts'
import { countTests, type TestCounts } from './test-counts.ts'

/** Folders with TypeScript. */
const FOLDERS = ['src', 'scripts', 'tests', 'bench']

const steps: [title: string, run: () => TestCounts][] = [
  ['Type check', () => once('@typescript/native/bin/tsc', '--noEmit')],
  ['Lint', () => once('@biomejs/biome/bin/biome', 'check')],
  ['Dependency rules', () => once('dependency-cruiser/bin/dependency-cruise.mjs', ...FOLDERS)],
  ['Unused code', () => once('knip/bin/knip.js', '--no-progress')],
  ['Unit tests', () => tests('unit')],
  ['Build', () => onlyFailures(once('vite/bin/vite.js', 'build', '--logLevel', 'warn'))],
  ['End-to-end tests', () => tests('e2e')],
]

const total = { passed: 0, failed: 0 }
for (const [title, run] of steps) {
  console.log(`\n${title}`)
  const { passed, failed } = run()
  total.passed += passed
  total.failed += failed
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** Runs a step that counts as one test. */
function once(program: string, ...args: string[]): TestCounts {
  return node(program, ...args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A build is not a test, so only its failure counts. */
function onlyFailures({ failed }: TestCounts): TestCounts {
  return { passed: 0, failed }
}

function tests(project: string): TestCounts {
  const report = join(out, `tests-${project}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = node('vitest/vitest.mjs', 'run', '--project', project, ...reporters)
  return countTests(report, status)
}

function node(program: string, ...args: string[]): number | null {
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' })
    .status
}
