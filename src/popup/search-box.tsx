import { useEffect, useRef } from 'preact/hooks'
import { text } from '../platform/text.ts'
import { SearchIcon } from '../ui/drawings.tsx'

interface SearchBoxProps {
  words: string
  onWords(words: string): void
  /** Moves on to what was found. */
  onLeave(): void
}

/** Words of a page's title, its site or a class. It has the focus from the start: who opens the popup may just type. */
export function SearchBox({ words, onWords, onLeave }: SearchBoxProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus()
  }, [])
  return (
    <search class="search-box">
      <SearchIcon />
      <input
        ref={field}
        type="search"
        aria-label={text('find_label')}
        placeholder={text('find_label')}
        value={words}
        autocomplete="off"
        spellcheck={false}
        onInput={event => onWords(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          onLeave()
        }}
      />
    </search>
  )
}
