import type { Browser } from 'puppeteer'

/** Ends the browser at once, as a crash or a system without memory does: by SIGKILL, so that it can finish nothing. */
export async function kill(browser: Browser): Promise<void> {
  const program = browser.process()
  if (!program) throw new Error('This browser was not started here.')
  const gone = new Promise(resolve => program.once('exit', resolve))
  program.kill('SIGKILL')
  await gone
}
