/** The ways in which a page shows pictures. */
export type PictureKind =
  | 'img'
  | 'input'
  | 'svg-image'
  | 'svg-reference'
  | 'object'
  | 'canvas'
  | 'video'
  | 'content'
  | 'background'
  | 'border-image'
  | 'mask'
  | 'before'
  | 'after'
  /** Seen on the screen, but only a crop of the screen can tell what it is. */
  | 'seen'

/** Why something that looks like a picture is skipped. */
export type SkipReason =
  /** Shown with less than 48 px on a side: an icon or a spacer. */
  | 'small'
  /** Only part of the picture is visible, as with a sprite sheet or a frame. */
  | 'sprite'
  /** `display: none`, `visibility: hidden` and the like. */
  | 'hidden'
  /** Another picture in the same element covers it, as with a placeholder. */
  | 'covered'
  /** CSS paints it without a picture. */
  | 'gradient'
  /** A playing video, or a canvas that is being drawn on. */
  | 'moving'
  /** An empty canvas, or one that cannot be read, as with WebGL. */
  | 'blank'
  /** Not loaded yet, or broken. */
  | 'not_loaded'
