import { useEffect, useMemo, useState } from 'preact/hooks'
import { readTags } from '../../history/tags/read-tags.ts'
import { Pictures } from '../grid/pictures.ts'

/** Pictures for a list; what uses them is drawn anew whenever more of them are read. */
export function usePictures(): Pictures {
  const [, setReadings] = useState(0)
  const pictures = useMemo(() => new Pictures(readTags, () => setReadings(readings => readings + 1)), [])
  useEffect(() => () => pictures.clear(), [pictures])
  return pictures
}
