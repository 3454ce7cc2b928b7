/**
 * Copies a text within a person's click. `navigator.clipboard` is not there on pages without TLS, nor in the frames of other
 * sites.
 * @returns whether it is copied; a page that takes all copying for itself can prevent it
 */
export function copyText(text: string): boolean {
  let isCopied = false
  const done = new AbortController()
  const options = { capture: true, signal: done.signal }
  const take = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  // Without a selection there is something to copy only if somebody says so.
  window.addEventListener('beforecopy', take, options)
  const copy = (event: ClipboardEvent) => {
    take(event)
    event.clipboardData?.setData('text/plain', text)
    isCopied = event.isTrusted
  }
  window.addEventListener('copy', copy, options)
  document.execCommand('copy')
  done.abort()
  return isCopied
}
