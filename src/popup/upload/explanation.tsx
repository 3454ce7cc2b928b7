import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Garment } from '../../apparel/classes.ts'
import { paintHeat } from '../../heat/paint-heat.ts'
import { className } from '../../i18n/class-name.ts'
import { text } from '../../i18n/text.ts'

interface ExplanationProps {
  /** URL of the picture. */
  url: string
  garment: Garment
  /** Activation map of 7×7 values in 0..1, row by row, covering the whole picture. */
  map: number[]
}

/** Longer side of the canvas, which the browser scales up. */
const CANVAS_SIDE_PX = 112

/** The picture, enlarged, with a heat map of the areas that led to the prediction. */
export function Explanation({ url, garment, map }: ExplanationProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  // The canvas is fitted into the same box as the picture, so it needs the same aspect ratio.
  const [size, setSize] = useState<{ width: number; height: number }>()
  useLayoutEffect(() => {
    if (canvas.current) paintHeat(canvas.current, map)
  }, [map, size])
  return (
    <figure class="why">
      <div class="explained">
        <img src={url} alt="" onLoad={event => setSize(proportions(event.currentTarget))} />
        {size && <canvas ref={canvas} {...size} />}
      </div>
      <figcaption>{text('why_caption', className(garment))}</figcaption>
    </figure>
  )
}

function proportions({ naturalWidth, naturalHeight }: HTMLImageElement): { width: number; height: number } {
  const scale = CANVAS_SIDE_PX / Math.max(naturalWidth, naturalHeight)
  return { width: Math.ceil(naturalWidth * scale), height: Math.ceil(naturalHeight * scale) }
}
