import type { Page } from 'puppeteer'
import type { Session } from './session.ts'

/** The page's script that records a video of a picture that moves slowly from left to right, and plays it in `<video>`. */
export function recordingOf(picture: string, { seconds = 1.5, attributes = 'loop' } = {}): string {
  return `<video muted playsinline ${attributes} style="display: block; width: 640px; height: 360px; background: #000"></video>
    <script>
      const record = async () => {
        const image = Object.assign(new Image(), { src: '${picture}' })
        await image.decode()
        const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 })
        const context = canvas.getContext('2d')
        const start = performance.now()
        const draw = () => {
          context.fillStyle = '#eee'
          context.fillRect(0, 0, 640, 360)
          context.drawImage(image, 100 + (performance.now() - start) / 50, 30, 300, 300)
        }
        draw()
        const timer = setInterval(draw, 40)
        const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' })
        const parts = []
        recorder.ondataavailable = ({ data }) => parts.push(data)
        const stopped = new Promise(resolve => { recorder.onstop = resolve })
        recorder.start()
        await new Promise(resolve => setTimeout(resolve, ${seconds * 1000}))
        recorder.stop()
        await stopped
        clearInterval(timer)
        return new Blob(parts, { type: 'video/webm' })
      }
      window.recorded = record()
      window.playing = recorded.then(async blob => {
        const video = document.querySelector('video')
        if (video.dataset.empty) return
        video.src = URL.createObjectURL(blob)
        await video.play()
      })
    </script>`
}

/** Records such a video in the browser, once. @returns a WebM file */
export async function recordVideo(session: Session, picture: string): Promise<Uint8Array> {
  const page = await session.visit(recordingOf(picture, { attributes: 'data-empty' }))
  await page.bringToFront()
  const base64 = await page.evaluate(async () => {
    const blob = await (window as unknown as { recorded: Promise<Blob> }).recorded
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
  })
  await page.close()
  return Buffer.from(base64, 'base64')
}

/** Resolves once the page's video plays. */
export async function untilPlaying(page: Page): Promise<void> {
  await page.bringToFront()
  await page.evaluate('playing')
}
