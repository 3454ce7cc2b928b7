import { existsSync, readFileSync } from 'node:fs'

/** How many tests passed and failed. */
export interface TestCounts {
  passed: number
  failed: number
}

/** The fields of vitest's JSON report that this file reads. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts the tests of a run. A file that fails outside its tests counts as one failure, and so does a run that fails as a
 * whole.
 * @param report path of the JSON report
 * @param status exit status of vitest
 */
export function countTests(report: string, status: number | null): TestCounts {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  const brokenFiles = testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
  const failed = numFailedTests + brokenFiles
  const isBroken = failed === 0 && (status !== 0 || numPassedTests === 0)
  return { passed: numPassedTests, failed: isBroken ? 1 : failed }
}
