import { useEffect, useState } from 'preact/hooks'
import { type SectionName, sections } from './section.tsx'

/** The section that is read: the last one whose heading has come to the top of the window. */
export function useCurrentSection(isThere: boolean): SectionName {
  const [current, setCurrent] = useState<SectionName>(sections[0])
  useEffect(() => {
    if (!isThere) return
    const look = () => {
      // The last ones cannot come to the top, so at the end it is the one that was asked for.
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
  }, [isThere])
  return current
}
