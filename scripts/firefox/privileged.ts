import type { Browser } from 'puppeteer'

/** What this file uses of WebDriver BiDi, which puppeteer does not export. */
interface BidiBrowser {
  connection: Connection
}

interface Connection {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>
}

/** The reply of `script.callFunction`. */
interface Reply {
  result?: { value?: string }
  exceptionDetails?: { text: string }
}

/**
 * Runs a function with Firefox's own rights, as the browser's own interface does: `Services` and `ChromeUtils` exist, and its global
 * object is the window in front.
 * @param work must not use anything from outside. Its arguments and its result travel as JSON
 * @throws Error with what went wrong in the browser
 */
export async function runPrivileged<Args extends unknown[], Result>(
  browser: Browser,
  work: (...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const { connection } = browser as unknown as BidiBrowser
  const code = `async () => JSON.stringify(await (${inBrowser(work)})(...${JSON.stringify(args)}))`
  const value = await callIn(connection, await windowInFront(connection), code)
  return (value === undefined ? undefined : JSON.parse(value)) as Result
}

/** @returns id of the window's browsing context */
async function windowInFront(connection: Connection): Promise<string> {
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 })
  const windows = (tree.result.contexts as { context: string }[]).map(({ context }) => context)
  const isInFront = 'async () => String(window === Services.wm.getMostRecentWindow("navigator:browser"))'
  for (const window of windows)
    if (windows.length === 1 || (await callIn(connection, window, isInFront)) === 'true') return window
  throw new Error('Firefox has no window.')
}

async function callIn(connection: Connection, context: string, code: string): Promise<string | undefined> {
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: code,
    awaitPromise: true,
    target: { context },
  })
  const { result: returned, exceptionDetails } = result as Reply
  if (exceptionDetails) throw new Error(exceptionDetails.text)
  return returned?.value
}

/** The code of a function. The compiler marks the names of inner functions with a helper that only this process has. */
export function inBrowser(work: (...args: never[]) => unknown): string {
  return `(() => { const __name = value => value; return ${work.toString()} })()`
}
