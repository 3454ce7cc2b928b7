import type { ComponentChildren, Ref } from 'preact'
import { text } from '../../i18n/text.ts'
import { SearchIcon } from '../icons/icons.tsx'

interface SearchBoxProps {
  field: Ref<HTMLInputElement>
  words: string
  onWords(words: string): void
  /** Moves the focus to the results. */
  onLeave(): void
  /** Buttons at the end of the field. */
  children?: ComponentChildren
}

/** Searches the history by words of a page's title or its site. */
export function SearchBox({ field, words, onWords, onLeave, children }: SearchBoxProps) {
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
      {children}
    </search>
  )
}
