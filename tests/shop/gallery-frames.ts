import type { GalleryCase } from './gallery.ts'

/** The picture of a case, by all of its addresses. */
export interface CasePicture {
  /** Of the case's element; the name of its frame. */
  id: string
  url: string
  /** On the other site. */
  elsewhere: string
  data: string
  /** Address of a page of the shop that shows it, here and on the other site. */
  page: string
  pageElsewhere: string
}

const filling = (url: string) =>
  `<img src='${url}' style='position: fixed; inset: 0; width: 100%; height: 100%; margin: 0'>`
const frame = (id: string, attributes = '') => `<iframe name="${id}" ${attributes}></iframe>`

/** Frames with and without an address of their own. */
export const frameCases: GalleryCase[] = [
  { name: 'frame of the same site', html: ({ id, page }) => frame(id, `src="${page}"`) },
  { name: 'frame of another site', html: ({ id, pageElsewhere }) => frame(id, `src="${pageElsewhere}"`) },
  { name: 'srcdoc frame', html: ({ id, url }) => frame(id, `srcdoc="${filling(url)}"`) },
  { name: 'sandboxed frame', html: ({ id, page }) => frame(id, `sandbox src="${page}"`) },
  {
    name: 'about:blank frame that is written to',
    html: ({ id, url }) => `${frame(id)}<script>
      document.currentScript.previousElementSibling.contentDocument.body.innerHTML = "${filling(url)}"</script>`,
  },
  { name: 'data: frame', html: ({ id, url }) => frame(id, `src="data:text/html,${encodeURIComponent(filling(url))}"`) },
  {
    name: 'blob: frame',
    html: ({ id, url }) => `${frame(id)}<script>
      document.currentScript.previousElementSibling.src =
        URL.createObjectURL(new Blob(["${filling(url)}"], { type: 'text/html' }))</script>`,
  },
]
