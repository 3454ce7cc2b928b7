import { useEffect } from 'preact/hooks'

/** Input events that show that the user has taken over. */
const inputEvents = ['wheel', 'keydown', 'pointerdown', 'touchstart']

/**
 * Scrolls to the section in the URL fragment. The browser looks for it before it is rendered, and content that loads late,
 * such as pictures, would push it away. Stops at the first input from the user.
 */
export function useDeepLink(isRendered: boolean): void {
  useEffect(() => {
    const section = document.getElementById(location.hash.slice(1))
    if (!isRendered || !section) return
    const over = new AbortController()
    const observer = new ResizeObserver(() => section.scrollIntoView())
    observer.observe(document.body)
    over.signal.addEventListener('abort', () => observer.disconnect())
    for (const type of inputEvents) addEventListener(type, () => over.abort(), { passive: true, signal: over.signal })
    return () => over.abort()
  }, [isRendered])
}
