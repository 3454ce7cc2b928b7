import type { GalleryCase } from './gallery-case.ts'
import { otherCodes, picturePath } from './pictures.ts'

/** A picture of no garment, which is replaced later. */
const other = picturePath(otherCodes[0] ?? '', 60)

/** An async script with its case as `me`. */
const script = (code: string) =>
  `<script>{ const me = document.currentScript.parentElement; (async () => { ${code} })() }</script>`

const img = (url: string) => `<img src="${url}" style="width: 100%; height: 100%; margin: 0" alt="">`

/** Streams a canvas to a video, which saves a video file. */
const stream = (url: string) => `
  const canvas = document.createElement('canvas')
  const image = await load('${url}')
  paint(canvas, image)
  const video = me.querySelector('video')
  video.muted = true
  video.srcObject = canvas.captureStream(10)
  const again = setInterval(() => paint(canvas, image), 50)
  await video.play()
  await new Promise(resolve => video.requestVideoFrameCallback(resolve))`

/** Cases that need a script: canvases, video frames, `blob:` URLs, shadow roots, and late changes. */
export const scriptedCases: GalleryCase[] = [
  {
    name: 'canvas',
    kind: 'canvas',
    html: ({ url }) => `<canvas></canvas>${script(`paint(me.querySelector('canvas'), await load('${url}'))`)}`,
  },
  {
    name: 'canvas with a picture from another site',
    kind: 'canvas',
    instead: 'tainted',
    html: ({ elsewhere }) =>
      `<canvas></canvas>${script(`paint(me.querySelector('canvas'), await load('${elsewhere}'))`)}`,
  },
  {
    name: 'video at rest',
    kind: 'video',
    html: ({ url }) => `<video></video>${script(`${stream(url)}; video.pause(); clearInterval(again)`)}`,
  },
  { name: 'playing video', instead: 'moving', html: ({ url }) => `<video></video>${script(stream(url))}` },
  {
    name: 'img of a blob: URL',
    kind: 'img',
    html: ({ url }) =>
      `<img alt="">${script(`const blob = await (await fetch('${url}')).blob()
        me.querySelector('img').src = URL.createObjectURL(blob)`)}`,
  },
  {
    name: 'img of a revoked blob: URL',
    kind: 'img',
    html: ({ url }) =>
      `<img alt="">${script(`const image = me.querySelector('img')
        image.src = URL.createObjectURL(await (await fetch('${url}')).blob())
        await image.decode(); URL.revokeObjectURL(image.src)`)}`,
  },
  {
    name: 'background-image of a blob: URL',
    kind: 'background',
    html: ({ url }) =>
      `<div></div>${script(`const blob = await (await fetch('${url}')).blob()
        me.querySelector('div').style.background = 'url(' + URL.createObjectURL(blob) + ') 0 / cover'`)}`,
  },
  {
    name: 'open shadow root',
    kind: 'img',
    html: ({ url }) => `<div><template shadowrootmode="open">${img(url)}</template></div>`,
  },
  {
    name: 'closed shadow root',
    kind: 'img',
    html: ({ url }) => `<div><template shadowrootmode="closed">${img(url)}</template></div>`,
  },
  {
    name: 'background in nested closed shadow roots',
    kind: 'background',
    html: ({ url }) => `<div><template shadowrootmode="closed"><section><template shadowrootmode="closed">
      <p style="height: 140px; margin: 0; background: url(${url}) 0 / cover"></p></template></section></template></div>`,
  },
  {
    name: 'custom element defined late',
    kind: 'img',
    html: ({ url }) =>
      `<late-element></late-element>${script(`
      await new Promise(resolve => addEventListener('late', resolve))
      customElements.define('late-element', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML = '${img(url).replaceAll("'", '"')}' }
      })`)}`,
  },
  {
    name: 'img added late, in a shadow root',
    kind: 'img',
    html: ({ url }) =>
      `<div></div>${script(`const root = me.querySelector('div').attachShadow({ mode: 'open' })
      await new Promise(resolve => addEventListener('late', resolve))
      root.innerHTML = '${img(url)}'`)}`,
  },
  {
    name: 'background by a class added late',
    kind: 'background',
    html: ({ url }) => `<style>@scope { .seen div { background: url(${url}) 0 / cover } }</style>
      <section><div style="height: 140px"></div></section>${script(`
      await new Promise(resolve => addEventListener('late', resolve))
      me.querySelector('section').className = 'seen'`)}`,
  },
  {
    // The gap keeps the slide that leaves out of the boxes of other cases.
    name: 'next slide of a carousel',
    kind: 'img',
    html: ({ url }) => `<section><div style="display: flex; gap: 3000px; height: 100%; transition: translate 0.2s">
      <p style="margin: 0; flex: none; width: 100%">${img(other)}</p><p style="margin: 0; flex: none; width: 100%">${img(url)}</p>
      </div></section>${script(`
      await new Promise(resolve => addEventListener('late', resolve))
      me.querySelector('section > div').style.translate = 'calc(-100% - 3000px)'`)}`,
  },
  {
    name: 'img of a list that recycles its nodes',
    kind: 'img',
    html: ({ url }) =>
      `${img(other)}${script(`
      await new Promise(resolve => addEventListener('late', resolve))
      me.querySelector('img').src = '${url}'`)}`,
  },
  {
    name: 'next page of a single-page application',
    kind: 'img',
    html: ({ url }) =>
      `<section>${img(other)}</section>${script(`
      await new Promise(resolve => addEventListener('late', resolve))
      history.pushState({}, '', '?next')
      me.querySelector('section').innerHTML = '${img(url)}'`)}`,
  },
]
