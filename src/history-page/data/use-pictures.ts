import { useEffect, useMemo, useState } from 'preact/hooks'
import { readTags } from '../../history/tags/read-tags.ts'
import { PictureCache } from '../grid/picture-cache.ts'

/** A cache of pictures for a list. The component renders again whenever more pictures have been read. */
export function usePictures(): PictureCache {
  const [, setReadings] = useState(0)
  const pictures = useMemo(() => new PictureCache(readTags, () => setReadings(readings => readings + 1)), [])
  useEffect(() => () => pictures.clear(), [pictures])
  return pictures
}
