import type { Browser } from 'puppeteer'

/** What this file uses of WebDriver BiDi, which puppeteer does not export. */
interface BidiBrowser {
  connection: {
    send(method: string, params: object): Promise<{ result: Record<string, unknown> }>
  }
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
  const code = `async () => JSON.stringify(await (${work.toString()})(...${JSON.stringify(args)}))`
  const { result: reply } = await connection.send('script.callFunction', {
    functionDeclaration: code,
    awaitPromise: true,
    target: { context: window.context },
  })
  const { type, result, exceptionDetails } = reply as {
    type: string
    result?: { value?: string }
    exceptionDetails?: { text: string }
  }
  if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'Firefox refused.')
  return (result?.value === undefined ? undefined : JSON.parse(result.value)) as Result
}
