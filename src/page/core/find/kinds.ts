/** The ways in which a page shows pictures. */
export type PictureKind =
  | 'img'
  | 'input'
  | 'svg-image'
  | 'canvas'
  | 'video'
  | 'content'
  | 'background'
  | 'border-image'
  | 'mask'
  | 'before'
  | 'after'

/** Why something that looks like a picture is not asked about. */
export type SkipReason =
  /** Shown with less than 48 px on a side: an icon or a spacer. */
  | 'small'
  /** Only a part of the picture shows, as of a sprite sheet or a frame. */
  | 'sprite'
  /** `display: none`, `visibility: hidden` and the like. */
  | 'hidden'
  /** A picture in the same element lies over it, as over a placeholder. */
  | 'covered'
  /** CSS paints it without a picture. */
  | 'gradient'
  /** A video that plays, a canvas that is being drawn on. */
  | 'moving'
  /** Nothing is drawn on the canvas, or nothing that can be read, as with WebGL. */
  | 'blank'
  /** Not loaded yet, or broken. */
  | 'not_loaded'
