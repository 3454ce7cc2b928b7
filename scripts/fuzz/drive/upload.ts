import { type Batch, type FromHost, INFERENCE } from '../../../src/messages/host-port.ts'
import type { PictureCase } from '../make/picture-case.ts'
import type { Seen } from '../outcome.ts'
import { PATIENCE_MS, type World } from './world.ts'

/** Sends files to the host all at once, as uploads. Those without an answer are left out. */
export async function upload({ own, server }: World, pictures: PictureCase[]): Promise<Map<number, Seen>> {
  const files = pictures.map(picture => ({ seed: picture.seed, type: picture.type, url: server.file(picture) }))
  const seen = await own.evaluate(sendAll, INFERENCE, files, PATIENCE_MS)
  return new Map(seen)
}

interface File {
  seed: number
  type: string
  url: string
}

/** Runs in a page of the extension. */
async function sendAll(name: string, files: File[], patienceMs: number): Promise<[number, Seen][]> {
  const seen = new Map<number, Seen>()
  const blobs = await Promise.all(
    files.map(async ({ url, type }) => new Blob([await (await fetch(url)).arrayBuffer()], { type })),
  )
  await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
  const port = chrome.runtime.connect({ name })
  await new Promise<void>(resolve => {
    let timer = setTimeout(resolve, patienceMs)
    port.onDisconnect.addListener(() => resolve())
    port.onMessage.addListener((batch: Batch<FromHost>) => {
      for (const message of [batch].flat()) {
        if (message.type !== 'answer') continue
        const { answer, id } = message
        if (seen.has(id)) seen.set(id, { wrong: 'it is answered twice' })
        else seen.set(id, 'failure' in answer ? { reason: answer.failure } : { answered: true })
      }
      clearTimeout(timer)
      timer = setTimeout(resolve, patienceMs)
      if (seen.size === files.length) resolve()
    })
    const priorities = ['asked', 'visible', 'near', 'later']
    for (const [i, { seed }] of files.entries())
      port.postMessage({ type: 'classify', id: seed, source: { bytes: blobs[i] }, priority: priorities[seed % 4] })
  })
  port.disconnect()
  return [...seen]
}
