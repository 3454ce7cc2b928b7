import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './paths.ts'

/** How many tests passed, and which failed. */
export interface TestResult {
  passed: number
  failures: string[]
}

/** The fields of vitest's JSON report that this file reads. */
interface Report {
  numPassedTests: number
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
}

/**
 * Reads the report of a run. A file that fails outside its tests counts as one failure, and so does a run that fails as a
 * whole.
 * @param report path of the JSON report
 * @param status exit status of vitest
 */
export function readReport(report: string, status: number | null): TestResult {
  if (!existsSync(report)) return { passed: 0, failures: ['The run ended without a report.'] }
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter(test => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`${file}: fails outside its tests`]
    return failed.map(({ fullName }) => `${file}: ${fullName}`)
  })
  const isBroken = failures.length === 0 && (status !== 0 || numPassedTests === 0)
  return { passed: numPassedTests, failures: isBroken ? ['The run failed as a whole.'] : failures }
}
