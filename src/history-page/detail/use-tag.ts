import { useEffect, useState } from 'preact/hooks'
import type { TagMetadata } from '../../history/tag.ts'
import { readTags } from '../../history/tags/read-tags.ts'

/** A tag with its picture; `gone` if it does not exist. */
export type TagRead = { metadata: TagMetadata; picture: string } | 'gone'

/** Reads a tag, and reads it again whenever `revision` changes. @returns undefined until it is read */
export function useTag(id: string, revision: unknown): TagRead | undefined {
  const [read, setRead] = useState<TagRead>()
  useEffect(() => {
    let isWanted = true
    const show = async () => {
      const [tag] = await readTags([id])
      if (!isWanted) return
      if (!tag) return setRead('gone')
      const { picture, ...metadata } = tag
      setRead({ metadata, picture })
    }
    // The page reports trouble with the history elsewhere.
    show().catch(() => isWanted && setRead('gone'))
    return () => {
      isWanted = false
    }
  }, [id, revision])
  return read
}
