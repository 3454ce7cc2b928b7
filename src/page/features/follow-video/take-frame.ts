import { inputSize } from '../../../../models/outfits/card.json'
import type { GarmentSource } from '../../../messages/host-port.ts'

/** Why the frames of a video cannot be read: it is protected against copying, or comes from another site without its consent. */
export type Refusal = 'protected' | 'tainted'

/** The present frame of a video, as large as the detector sees it. */
export type Frame = Extract<GarmentSource, { pixels: unknown }>

/**
 * Creates a function that reads the present frame of a video.
 * @returns undefined while the video has none
 */
export function createFrameTaker(video: HTMLVideoElement): () => Frame | Refusal | undefined {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return () => {
    if (video.mediaKeys) return 'protected'
    const { videoWidth, videoHeight, readyState } = video
    if (!context || !videoWidth || !videoHeight || readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined
    const scale = Math.min(1, inputSize / Math.max(videoWidth, videoHeight))
    const [width, height] = [Math.max(1, Math.round(videoWidth * scale)), Math.max(1, Math.round(videoHeight * scale))]
    // The size of a stream may change. A tainted canvas stays so until it is emptied.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    context.drawImage(video, 0, 0, width, height)
    try {
      return { pixels: { data: context.getImageData(0, 0, width, height).data, width, height } }
    } catch {
      return 'tainted'
    }
  }
}
