import { DECODE_TIMEOUT_MS } from '../decode/decode-image.ts'
import { inTime, PictureError } from '../picture-error.ts'

/**
 * Opens a file as an `<img>`, which supports every format and reports the size before it decodes, so that a decompression
 * bomb costs no more than its header. (Not `img.decode()`: it waits for a frame, which an offscreen document never has.)
 * @throws PictureError `not_a_picture` or `timed_out`
 */
export async function openAsElement(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  try {
    const image = new Image()
    const loaded = new Promise<void>((resolve, reject) => {
      image.onload = () => resolve()
      image.onerror = () => reject(new PictureError('not_a_picture'))
    })
    image.src = url
    await inTime(loaded, DECODE_TIMEOUT_MS)
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}
