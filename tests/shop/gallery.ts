import { formatNames } from './formats.ts'
import type { CasePicture, GalleryCase } from './gallery-case.ts'
import { frameCases } from './gallery-frames.ts'
import { scriptedCases } from './gallery-scripts.ts'

const box = (css: string) => `<div style="${css}"></div>`
const rule = (css: string) => `<style>@scope { :scope > div${css} }</style><div></div>`
const svg = (image: string) => `<svg viewBox="0 0 10 10">${image}</svg>`

const elements: GalleryCase[] = [
  { name: 'img src', kind: 'img', html: ({ url }) => `<img src="${url}" alt="">` },
  { name: 'img srcset', kind: 'img', html: ({ url }) => `<img src="/bad/missing" srcset="${url} 1x" alt="">` },
  { name: 'img loading=lazy', kind: 'img', html: ({ url }) => `<img src="${url}" loading="lazy" alt="">` },
  {
    name: 'picture, source by type',
    kind: 'img',
    html: ({ url }) => `<picture><source type="image/jpeg" srcset="${url}"><img src="/bad/missing" alt=""></picture>`,
  },
  { name: 'img of another site', kind: 'img', html: ({ elsewhere }) => `<img src="${elsewhere}" alt="">` },
  { name: 'img of a data: URL', kind: 'img', html: ({ data }) => `<img src="${data}" alt="">` },
  { name: 'input type=image', kind: 'input', html: ({ url }) => `<input type="image" src="${url}" alt="">` },
  {
    name: 'svg image href',
    kind: 'svg-image',
    html: ({ url }) => svg(`<image href="${url}" width="10" height="10"/>`),
  },
  {
    name: 'svg image xlink:href',
    kind: 'svg-image',
    html: ({ url }) => svg(`<image xlink:href="${url}" width="10" height="10"/>`),
  },
  { name: 'video poster', kind: 'video', html: ({ url }) => `<video poster="${url}"></video>` },
]

const styles: GalleryCase[] = [
  { name: 'background-image', kind: 'background', html: ({ url }) => box(`background: url(${url}) 0 / cover`) },
  {
    name: 'background-image below a gradient',
    kind: 'background',
    html: ({ url }) => box(`background: linear-gradient(#0000, #0003), url(${url}) center / contain no-repeat`),
  },
  {
    name: 'background-image of a data: URL',
    kind: 'background',
    html: ({ data }) => box(`background: url(${data}) 0 / cover`),
  },
  {
    name: 'image-set in a rule',
    kind: 'background',
    html: ({ url }) => rule(`{ background: image-set(url(${url}) 1x, url(/bad/missing) 3x) 0 / cover }`),
  },
  {
    name: 'border-image, filled',
    kind: 'border-image',
    html: ({ url }) => box(`border: 1px solid; border-image: url(${url}) 1 fill`),
  },
  { name: 'mask', kind: 'mask', html: ({ url }) => box(`background: #246; mask: url(${url}) 0 / cover luminance`) },
  { name: 'content', kind: 'content', html: ({ url }) => box(`content: url(${url})`) },
  {
    name: '::before content',
    kind: 'before',
    html: ({ url }) => rule(`::before { content: url(${url}); zoom: 0.42 }`),
  },
  {
    name: '::after background',
    kind: 'after',
    html: ({ url }) =>
      rule(`::after { content: ""; display: block; width: 100%; height: 100%; background: url(${url}) 0 / cover }`),
  },
  {
    name: 'background behind a broken img',
    kind: 'background',
    html: ({ url }) => `<img src="/bad/corrupt" style="background: url(${url}) 0 / cover" alt="">`,
  },
]

/** Pictures by reference to a part of an SVG, and in elements that show documents of many types. */
const references: GalleryCase[] = [
  {
    name: 'svg pattern in a fill',
    kind: 'svg-reference',
    html: ({ id, url }) =>
      svg(`<defs><pattern id="p${id}" width="1" height="1"><image href="${url}" width="10" height="10"/>
      </pattern></defs><rect width="10" height="10" fill="url(#p${id})"/>`),
  },
  {
    name: 'svg symbol, by use',
    kind: 'svg-reference',
    html: ({ id, url }) =>
      svg(`<symbol id="s${id}" viewBox="0 0 10 10"><image href="${url}" width="10" height="10"/></symbol>
      <use href="#s${id}" width="10" height="10"/>`),
  },
  {
    name: 'svg image, by a use in a use',
    kind: 'svg-reference',
    html: ({ id, url }) =>
      svg(`<defs><image id="i${id}" href="${url}" width="10" height="10"/>
      <g id="g${id}"><use href="#i${id}"/></g></defs><use href="#g${id}"/>`),
  },
  {
    name: 'svg filter with an image',
    kind: 'svg-reference',
    html: ({
      id,
      url,
    }) => `<svg width="0" height="0" style="position: absolute"><filter id="f${id}" x="0" y="0" width="1"
      height="1"><feImage href="${url}"/></filter></svg><div style="background: #fff; filter: url(#f${id})"></div>`,
  },
  {
    name: 'svg mask with an image',
    kind: 'svg-reference',
    html: ({ id, url }) =>
      svg(`<mask id="m${id}"><image href="${url}" width="10" height="10"/></mask>
      <rect width="10" height="10" fill="#246" mask="url(#m${id})"/>`),
  },
  {
    name: 'object',
    kind: 'object',
    html: ({ url }) => `<object type="image/jpeg" data="${url}"></object>`,
  },
  { name: 'embed', kind: 'object', html: ({ url }) => `<embed type="image/jpeg" src="${url}">` },
  {
    name: 'picture in an object that cannot be shown',
    kind: 'img',
    html: ({ url }) => `<object type="image/jpeg" data="/bad/missing"><img src="${url}" alt=""></object>`,
  },
]

const skipped: GalleryCase[] = [
  {
    name: 'img of 40 px',
    instead: 'small',
    html: ({ url }) => `<img src="${url}" style="width: 40px; height: 40px" alt="">`,
  },
  {
    name: 'small ::before',
    instead: 'small',
    html: ({ url }) =>
      rule(`::before { content: ""; display: block; width: 24px; height: 24px; background: url(${url}) }`),
  },
  { name: 'tiles of 20 px', instead: 'small', html: ({ url }) => box(`background: url(${url}) 0 / 20px 20px`) },
  { name: 'sprite by position', instead: 'sprite', html: ({ url }) => box(`background: url(${url}) -60px -40px`) },
  { name: 'sprite by size', instead: 'sprite', html: ({ url }) => box(`background: url(${url}) 33% 66% / 400% 400%`) },
  {
    name: 'frame by border-image',
    instead: 'sprite',
    html: ({ url }) => box(`border: 12px solid; border-image: url(${url}) 12`),
  },
  { name: 'gradient', instead: 'gradient', html: () => box('background: linear-gradient(#fed, #abc)') },
  {
    name: 'visibility: hidden',
    instead: 'hidden',
    html: ({ url }) => `<img src="${url}" style="visibility: hidden" alt="">`,
  },
  {
    name: 'display: none',
    instead: 'hidden',
    html: ({ url }) => box(`display: none; background: url(${url}) 0 / cover`),
  },
  { name: 'img that never loads', instead: 'not_loaded', html: () => '<img src="/bad/endless" alt="">' },
  { name: 'canvas without a drawing', instead: 'blank', html: () => '<canvas></canvas>' },
]

const formats: GalleryCase[] = formatNames.map(name => ({
  name: `${name.toUpperCase()} file`,
  kind: 'img',
  html: ({ url }) => `<img src="${url.replace('/picture/', `/format/${name}/`)}" alt="">`,
}))

/** All cases. */
export const galleryCases: GalleryCase[] = [
  ...elements,
  ...formats,
  ...styles,
  ...scriptedCases,
  ...frameCases,
  ...skipped,
  ...references,
]

/** The gallery's HTML. @param pictures one for each case */
export function galleryPage(pictures: CasePicture[]): string {
  const figures = pictures.map((picture, i) => {
    const { name = '', html } = galleryCases[i] ?? {}
    return `<figure><div class="case" id="${picture.id}">${html?.(picture) ?? ''}</div>
      <figcaption>${name}</figcaption></figure>`
  })
  return `<style>
    body { display: grid; grid-template-columns: repeat(8, 140px); gap: 12px; font: 12px sans-serif }
    figure { margin: 0 }
    .case { width: 140px; height: 140px; display: grid; overflow: hidden }
    .case > :not(style, script) { width: 100%; height: 100%; margin: 0; border: 0; display: block; min-width: 0; min-height: 0 }
    .case img { width: 100%; height: 100%; margin: 0 }
    </style>
    <script>
      const load = async url => { const image = new Image(); image.src = url; await image.decode(); return image }
      const paint = (canvas, image) => {
        canvas.width = canvas.height = 320
        canvas.getContext('2d').drawImage(image, 0, 0, 320, 320)
      }
    </script>
    ${figures.join('')}`
}
