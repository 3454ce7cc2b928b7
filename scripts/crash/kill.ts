import type { Browser } from 'puppeteer'

/** Ends the browser with SIGKILL, as a crash or a system out of memory does: it can finish nothing. */
export async function kill(browser: Browser): Promise<void> {
  const program = browser.process()
  if (!program) throw new Error('Only a browser that this process started can be killed.')
  const gone = new Promise(resolve => program.once('exit', resolve))
  program.kill('SIGKILL')
  await gone
}
