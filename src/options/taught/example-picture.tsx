import { useEffect, useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import { readPicture } from '../../teaching/examples.ts'
import { count } from '../../ui/format/count.ts'
import { CrossIcon } from '../../ui/icons/icons.tsx'

interface ExamplePictureProps {
  id: string
  /** Name of what it shows. */
  name: string
  /** Position among the examples, from 1. */
  position: number
  onDelete(): void
}

/** An example with a button to delete it. */
export function ExamplePicture({ id, name, position, onDelete }: ExamplePictureProps) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let isWanted = true
    void readPicture(id).then(
      picture => {
        if (!picture || !isWanted) return
        made = URL.createObjectURL(new Blob([picture]))
        setUrl(made)
      },
      () => {},
    )
    return () => {
      isWanted = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [id])
  const label = text('taught_delete_picture', name, count(position))
  return (
    <li class="example">
      {url && <img src={url} alt="" />}
      <button type="button" aria-label={label} title={text('delete')} onClick={onDelete}>
        <CrossIcon />
      </button>
    </li>
  )
}
