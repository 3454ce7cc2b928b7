import type { GalleryCase } from './gallery-case.ts'

const filling = (url: string) =>
  `<img src='${url}' style='position: fixed; inset: 0; width: 100%; height: 100%; margin: 0'>`
const frame = (id: string, attributes = '') => `<iframe name="${id}" ${attributes}></iframe>`

/** Pictures in frames, with and without a URL of their own. */
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
