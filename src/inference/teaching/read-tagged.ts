import { readHistory } from '../../history/database/transactions.ts'
import { toBytes } from '../../history/media/thumbnail.ts'
import { PictureError } from '../picture-error.ts'

/**
 * Reads the picture of a tag, and the page that showed it.
 * @throws PictureError `empty` if the tag is gone, or HistoryError
 */
export async function readTagged(id: string): Promise<{ bytes: Blob; pageUrl: string }> {
  const [tag, thumbnail] = await readHistory(database =>
    Promise.all([database.get('tags', id), database.get('thumbnails', id)]),
  )
  if (!tag || !thumbnail) throw new PictureError('empty')
  return { bytes: new Blob([await toBytes(thumbnail)]), pageUrl: tag.pageUrl }
}
