import type { Browser } from 'puppeteer'

/** What this file uses of WebDriver BiDi, which puppeteer does not export. */
interface BidiBrowser {
  connection: {
    send(method: string, params: object): Promise<{ result: Record<string, unknown> }>
  }
}

/** What a script in the browser returned, as WebDriver BiDi says it. */
interface RemoteValue {
  type: string
  value?: unknown
}

/**
 * Runs a function with Firefox's own rights, as the browser's own interface does, where `Services` and `ChromeUtils` exist.
 * @param work must not use anything from outside. Its arguments and result must survive JSON
 * @throws Error with what went wrong in the browser
 */
export async function runPrivileged<Args extends unknown[], Result>(
  browser: Browser,
  work: (...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const { connection } = browser as unknown as BidiBrowser
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
  const [window] = tree.result.contexts as { context: string }[]
  if (!window) throw new Error('Firefox has no window.')
  const { value } = await runScript(browser, 'script.callFunction', {
    functionDeclaration: `async () => JSON.stringify(await (${work.toString()})(...${JSON.stringify(args)}))`,
    awaitPromise: true,
    target: { context: window.context },
  })
  return (value === undefined ? undefined : JSON.parse(String(value))) as Result
}

/**
 * Runs a script with a command of WebDriver BiDi, for what puppeteer cannot ask for.
 * @throws Error with what went wrong in the browser
 */
export async function runScript(
  browser: Browser,
  method: 'script.callFunction' | 'script.evaluate',
  params: object,
): Promise<RemoteValue> {
  const { connection } = browser as unknown as BidiBrowser
  const { result: reply } = await connection.send(method, params)
  const { type, result, exceptionDetails } = reply as {
    type: string
    result?: RemoteValue
    exceptionDetails?: { text: string }
  }
  if (type !== 'success' || !result) throw new Error(exceptionDetails?.text ?? 'Firefox refused.')
  return result
}
