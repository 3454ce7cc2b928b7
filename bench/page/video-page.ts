import { pictureAt } from './bench-shop.ts'

/** Places of three garments below each other, as somebody would wear them: left, top and side, pixels of the video. */
const PLACES = [
  [520, 20, 240],
  [520, 260, 260],
  [560, 530, 170],
]

/**
 * A page that records a video of three garments that move slowly, and plays it in a loop. Its promise `playing` resolves once it
 * plays.
 * @param first number of a picture of the first garment; those of the others follow
 */
export function videoPage(first: number): string {
  return `<!doctype html><html lang="en"><title>Film</title><video muted loop style="width: 960px; height: 540px"></video><script>
    const record = async () => {
      const files = ${JSON.stringify(PLACES.map((_, i) => pictureAt(first + i)))}
      const images = files.map(src => Object.assign(new Image(), { src }))
      await Promise.all(images.map(image => image.decode()))
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
      const context = canvas.getContext('2d')
      const start = performance.now()
      const draw = () => {
        context.fillStyle = '#f4f4f4'
        context.fillRect(0, 0, 1280, 720)
        const aside = 60 * Math.sin((performance.now() - start) / 500)
        for (const [i, [left, top, side]] of ${JSON.stringify(PLACES)}.entries())
          context.drawImage(images[i], left + aside, top, side, side)
      }
      draw()
      const timer = setInterval(draw, 40)
      const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' })
      const parts = []
      recorder.ondataavailable = ({ data }) => parts.push(data)
      const stopped = new Promise(resolve => { recorder.onstop = resolve })
      recorder.start()
      await new Promise(resolve => setTimeout(resolve, 3000))
      recorder.stop()
      await stopped
      clearInterval(timer)
      return new Blob(parts, { type: 'video/webm' })
    }
    window.playing = record().then(async film => {
      const video = document.querySelector('video')
      video.src = URL.createObjectURL(film)
      await video.play()
    })
  </script>`
}
