import { useEffect } from 'preact/hooks'

/** What a person does who reads on. */
const deeds = ['wheel', 'keydown', 'pointerdown', 'touchstart']

/**
 * Shows the section that the page's address names: the browser has looked for it before it was there, and what comes late
 * above it, such as pictures, would push it away. Until the person does anything.
 */
export function useDeepLink(isThere: boolean): void {
  useEffect(() => {
    const section = document.getElementById(location.hash.slice(1))
    if (!isThere || !section) return
    const over = new AbortController()
    const observer = new ResizeObserver(() => section.scrollIntoView())
    observer.observe(document.body)
    over.signal.addEventListener('abort', () => observer.disconnect())
    for (const deed of deeds) addEventListener(deed, () => over.abort(), { passive: true, signal: over.signal })
    return () => over.abort()
  }, [isThere])
}
