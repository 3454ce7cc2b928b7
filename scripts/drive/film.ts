/** A picture in a film. */
interface FilmPart {
  src: string
  /** Place and size in the film, pixels. */
  left: number
  top: number
  width: number
  height: number
}

interface FilmOptions {
  width: number
  height: number
  seconds: number
  /** Further attributes of the `<video>`. */
  attributes?: string
}

/**
 * Markup of a page that records a WebM video of pictures that sway, and plays it in its `<video>`: no video file is needed. The
 * page's promise `film` has the file, and `playing` resolves once it plays.
 */
export function filmOf(
  parts: readonly FilmPart[],
  { width, height, seconds, attributes = 'loop' }: FilmOptions,
): string {
  return `<video muted playsinline ${attributes} width="${width}" height="${height}" style="display: block"></video><script>
    const record = async () => {
      const parts = ${JSON.stringify(parts)}
      const images = parts.map(({ src }) => Object.assign(new Image(), { src }))
      await Promise.all(images.map(image => image.decode()))
      const canvas = Object.assign(document.createElement('canvas'), { width: ${width}, height: ${height} })
      const context = canvas.getContext('2d')
      const start = performance.now()
      const draw = () => {
        context.fillStyle = '#eee'
        context.fillRect(0, 0, ${width}, ${height})
        const aside = 20 * Math.sin((performance.now() - start) / 500)
        for (const [i, { left, top, width, height }] of parts.entries())
          context.drawImage(images[i], left + aside, top, width, height)
      }
      const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm;codecs=vp8' })
      const chunks = []
      const isFilmed = () => performance.now() - start > ${seconds * 1000} && chunks.some(({ size }) => size > 0)
      await new Promise(resolve => {
        recorder.ondataavailable = ({ data }) => {
          chunks.push(data)
          if (recorder.state === 'recording' && isFilmed()) recorder.stop()
        }
        recorder.onstop = resolve
        recorder.start(100)
        draw()
        setInterval(() => recorder.state === 'recording' && draw(), 40)
      })
      return new Blob(chunks, { type: 'video/webm' })
    }
    window.film = record()
    window.playing = film.then(async file => {
      const video = document.querySelector('video')
      video.src = URL.createObjectURL(file)
      await video.play()
    })
  </script>`
}
