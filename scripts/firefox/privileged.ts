import type { Browser } from 'puppeteer'

/** What this file uses of WebDriver BiDi, which puppeteer does not export. */
interface BidiBrowser {
  connection: {
    send(method: string, params: object): Promise<{ result: Record<string, unknown> }>
  }
}

/** The reply of `script.callFunction`. */
interface Reply {
  result?: { value?: string }
  exceptionDetails?: { text: string }
}

/**
 * Runs a function with Firefox's own rights, as the browser's own interface does: `Services` and `ChromeUtils` exist, and its global
 * object is the window.
 * @param work must not use anything from outside. Its arguments and its result travel as JSON
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
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: `async () => JSON.stringify(await (${inBrowser(work)})(...${JSON.stringify(args)}))`,
    awaitPromise: true,
    target: { context: window.context },
  })
  const { result: returned, exceptionDetails } = result as Reply
  if (exceptionDetails) throw new Error(exceptionDetails.text)
  return (returned?.value === undefined ? undefined : JSON.parse(returned.value)) as Result
}

/** The code of a function. The compiler marks the names of inner functions with a helper that only this process has. */
export function inBrowser(work: (...args: never[]) => unknown): string {
  return `(() => { const __name = value => value; return ${work.toString()} })()`
}
