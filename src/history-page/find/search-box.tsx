import type { RefObject } from 'preact'
import { text } from '../../platform/text.ts'
import { SearchIcon } from '../drawings.tsx'

interface SearchBoxProps {
  field: RefObject<HTMLInputElement>
  words: string
  onWords(words: string): void
  /** Moves on to what was found. */
  onLeave(): void
}

/** Words of a page's title or site. */
export function SearchBox({ field, words, onWords, onLeave }: SearchBoxProps) {
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
