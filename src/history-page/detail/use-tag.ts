import { useEffect, useState } from 'preact/hooks'
import type { TagMetadata } from '../../history/tag.ts'
import { readTags } from '../../history/tags/read-tags.ts'

/** A tag with its picture; `gone` where there is none of that id. */
export type TagRead = { facts: TagMetadata; picture: string } | 'gone'

/** Reads a tag, and again when another `revision` is given. @returns undefined until it is read */
export function useTag(id: string, revision: unknown): TagRead | undefined {
  const [read, setRead] = useState<TagRead>()
  useEffect(() => {
    let isWanted = true
    const show = async () => {
      const [tag] = await readTags([id])
      if (!isWanted) return
      if (!tag) return setRead('gone')
      const { picture, ...facts } = tag
      setRead({ facts, picture })
    }
    // What goes wrong with the history is told of on the page.
    show().catch(() => isWanted && setRead('gone'))
    return () => {
      isWanted = false
    }
  }, [id, revision])
  return read
}
