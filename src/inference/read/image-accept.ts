/** What Chromium accepts in place of an `<img>`'s picture, in its order. */
const ACCEPTED = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'

/**
 * The `Accept` header with which this browser loads an `<img>`. Many servers choose the format by it, and some refuse requests
 * without it.
 */
export async function imageAccept(): Promise<string> {
  const hasJpegXl = 'ImageDecoder' in globalThis && (await ImageDecoder.isTypeSupported('image/jxl'))
  return hasJpegXl ? `image/jxl,${ACCEPTED}` : ACCEPTED
}
