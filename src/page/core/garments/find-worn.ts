import type { Failure } from '../../../apparel/failure.ts'
import type { PictureGarments } from '../../../garments/picture-garments.ts'
import type { Subject } from '../answers/answers.ts'
import { isFailure } from '../answers/fallbacks.ts'
import type { Box } from '../dom/box.ts'
import { isUpright } from '../dom/is-upright.ts'
import { rectOf } from '../dom/unclobbered.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { cropFromScreen } from '../screen/crop-from-screen.ts'
import { findGarments, type SearchCore } from './find-garments.ts'
import { createMeterOf, type PictureMeter } from './picture-meter.ts'

/** What was found in a picture of the page, and where the page paints it. */
export interface Worn extends PictureGarments {
  measure: PictureMeter
}

/**
 * Finds each garment in a picture, after the user's click.
 * @returns a Failure if there is a reason to give; undefined or nothing once the signal is aborted
 */
export async function findWorn(
  core: SearchCore & { overlay: Overlay },
  subject: Subject,
  signal: AbortSignal,
): Promise<Worn | Failure | undefined> {
  const { picture, place } = subject
  let measure: PictureMeter = picture ? createMeterOf(picture) : () => place && { frame: place(), picture: place() }
  const crop = async () => {
    const cropped = picture && (await cropFromScreen(picture.element, core.overlay))
    if (cropped) measure = meterOfPart(picture.element, cropped.part)
    return cropped?.pixels
  }
  const found = await findGarments(core, { ...subject, ...(picture && { crop }) }, 'asked', signal)
  return found && !isFailure(found) ? { ...found, measure } : found
}

/** Measures the part of an element that a crop of the screen has shown. */
function meterOfPart(element: Element, part: Box | undefined): PictureMeter {
  return () => {
    if (!part || !isUpright(element)) return undefined
    const { left, top, width, height } = rectOf(element)
    const picture = {
      left: left + part.left * width,
      top: top + part.top * height,
      right: left + part.right * width,
      bottom: top + part.bottom * height,
    }
    return { frame: picture, picture }
  }
}
