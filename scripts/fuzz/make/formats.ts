/** The formats of pictures that are damaged. */
export const formats = ['jpeg', 'png', 'webp', 'avif', 'gif', 'svg', 'ico'] as const
export type Format = (typeof formats)[number]

/** The media type of each format. */
export const mediaTypes: Record<Format, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  ico: 'image/x-icon',
}
