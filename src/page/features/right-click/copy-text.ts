/**
 * Copies a text within the user's click. `navigator.clipboard` is missing on pages without TLS and in frames of other sites.
 * @returns whether the text was copied; a page that handles all copying itself can prevent it
 */
export function copyText(text: string): boolean {
  let isCopied = false
  const done = new AbortController()
  const options = { capture: true, signal: done.signal }
  const consume = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  // Without a selection the browser copies only if a listener says that there is something to copy.
  window.addEventListener('beforecopy', consume, options)
  const copy = (event: ClipboardEvent) => {
    consume(event)
    event.clipboardData?.setData('text/plain', text)
    isCopied = event.isTrusted
  }
  window.addEventListener('copy', copy, options)
  document.execCommand('copy')
  done.abort()
  return isCopied
}
