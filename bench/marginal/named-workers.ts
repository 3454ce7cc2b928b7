import type { Browser } from 'puppeteer'
import { readThreads } from './read-threads.ts'

/** Long against what else a worker does meanwhile. */
const SPIN_MS = 60

/**
 * Tells the workers of the inference host apart: lets each spin in turn, and sees which thread does.
 * @returns the file names of the workers, such as `reader-worker`, by thread id
 */
export async function namedWorkers(browser: Browser): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const root = browser.process()?.pid as number
  const host = await browser.waitForTarget(target => target.url().includes('/inference/index.html'))
  const session = await host.createCDPSession()
  const connection = session.connection()
  const attached: { sessionId: string; targetInfo: { url: string } }[] = []
  session.on('Target.attachedToTarget', event => attached.push(event))
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  for (const { sessionId, targetInfo } of attached) {
    const before = await readThreads(root)
    const expression = `{ const end = performance.now() + ${SPIN_MS}; while (performance.now() < end); }`
    await connection?.session(sessionId)?.send('Runtime.evaluate', { expression })
    const spent = [...(await readThreads(root))]
      .filter(([, { process, name }]) => process === 'extension' && name.startsWith('Dedicated'))
      .map(([id, { milliseconds }]) => ({ id, time: milliseconds - (before.get(id)?.milliseconds ?? 0) }))
      .sort((a, b) => b.time - a.time)
    const name = targetInfo.url.match(/([a-z]+)-worker/)?.[1] ?? 'other'
    if (spent[0]) names.set(spent[0].id, name)
  }
  await session.detach()
  return names
}
