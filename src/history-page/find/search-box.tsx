import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { text } from '../../platform/text.ts'
import { PictureIcon } from '../../ui/drawings.tsx'
import { SearchIcon } from '../drawings.tsx'

interface SearchBoxProps {
  field: RefObject<HTMLInputElement>
  words: string
  onWords(words: string): void
  /** Moves on to what was found. */
  onLeave(): void
  /** Finds what looks like a picture. */
  onPicture(file: File): void
}

/** Searches by words of a page's title or site, or by a picture. */
export function SearchBox({ field, words, onWords, onLeave, onPicture }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
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
      <button
        type="button"
        class="quiet"
        aria-label={text('similar_choose')}
        title={text('similar_hint')}
        onClick={() => input.current?.click()}
      >
        <PictureIcon />
      </button>
      <input
        ref={input}
        class="picture-file"
        type="file"
        accept="image/*"
        hidden
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          if (file) onPicture(file)
          // So that choosing the same file again is a change too.
          event.currentTarget.value = ''
        }}
      />
    </search>
  )
}
