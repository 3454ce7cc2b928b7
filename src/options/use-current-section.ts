import { useEffect, useState } from 'preact/hooks'
import { type SectionName, sections } from './section.tsx'

/** Returns the section being read: the last one whose heading has reached the top of the window. */
export function useCurrentSection(isRendered: boolean): SectionName {
  const [current, setCurrent] = useState<SectionName>(sections[0])
  useEffect(() => {
    if (!isRendered) return
    const look = () => {
      // The last sections cannot reach the top, so at the end of the page the URL fragment decides.
      const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2
      const passed = sections.filter(name => (document.getElementById(name)?.getBoundingClientRect().top ?? 0) < 120)
      const asked = sections.find(name => location.hash === `#${name}`)
      setCurrent((isAtEnd ? (asked ?? sections.at(-1)) : passed.at(-1)) ?? sections[0])
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('hashchange', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('hashchange', look)
    }
  }, [isRendered])
  return current
}
