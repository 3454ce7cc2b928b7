import { useEffect, useRef } from 'preact/hooks'

/** A tag's picture. @param id the picture's hash: the same id is the same picture, whatever Blob carries it */
export function Thumbnail({ id, blob }: { id: string; blob: Blob }) {
  const image = useRef<HTMLImageElement>(null)
  // Not by `blob`: a new Blob of the same picture must not make it flicker.
  useEffect(() => {
    const url = URL.createObjectURL(blob)
    if (image.current) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [id])
  return <img ref={image} class="thumbnail" width="44" height="44" alt="" />
}
