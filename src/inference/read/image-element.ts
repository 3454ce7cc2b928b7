import { DECODE_DEADLINE } from '../decode/decode-image.ts'
import { inTime, PictureError } from '../picture-error.ts'

/**
 * A file as an `<img>`, which knows every format and says its size before it decodes, so that a bomb of pixels costs no
 * more than its header. (Not `img.decode()`: it waits for a frame, and an offscreen document never has one.)
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
    await inTime(loaded, DECODE_DEADLINE)
    return image
  } finally {
    URL.revokeObjectURL(url)
  }
}
