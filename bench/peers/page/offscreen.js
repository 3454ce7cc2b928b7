/** Classifies pictures with the shipped network in LiteRT.js, int8, its fastest form. */
import { loadAndCompile, loadLiteRt, Tensor } from './litert.js'

const SIDE = 224
/** Pictures that are fetched and decoded while others run. */
const READ_AHEAD_COUNT = 4
const labels = ['Goggles', 'Hat', 'Jacket', 'Shirt', 'Shoes', 'Shorts', 'T-Shirt', 'Trouser', 'Wallet', 'Watch', 'none']

/** When each answer was given, for the benchmark. */
globalThis.answeredAt = []
const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })
const input = new Uint8Array(SIDE * SIDE * 3)
const waiting = []
let reading = 0
let running = Promise.resolve()
const model = loadLiteRt('litert/').then(() =>
  loadAndCompile('model.tflite', { accelerator: 'wasm', cpuOptions: { numThreads: 1 } }),
)

chrome.runtime.onConnect.addListener(port => {
  port.onMessage.addListener(request => {
    if (request.isVisible) waiting.unshift({ ...request, port })
    else waiting.push({ ...request, port })
    next()
  })
})

function next() {
  while (reading < READ_AHEAD_COUNT && waiting.length > 0) {
    reading++
    void answer(waiting.shift()).finally(() => {
      reading--
      next()
    })
  }
}

async function answer({ id, url, port }) {
  const response = await fetch(url, { credentials: 'omit' })
  const size = { resizeWidth: SIDE, resizeHeight: SIDE, resizeQuality: 'medium' }
  const bitmap = await createImageBitmap(await response.blob(), size)
  running = running.then(() => run(bitmap))
  const best = await running
  port.postMessage({ id, label: labels[best] })
  answeredAt.push(Date.now())
}

async function run(bitmap) {
  const network = await model
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  const { data } = context.getImageData(0, 0, SIDE, SIDE)
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    input[to] = data[from]
    input[to + 1] = data[from + 1]
    input[to + 2] = data[from + 2]
  }
  const tensor = new Tensor(input, [1, SIDE, SIDE, 3])
  const [logits] = await network.run(tensor)
  const values = await logits.data()
  tensor.delete()
  logits.delete()
  return values.indexOf(Math.max(...values))
}
