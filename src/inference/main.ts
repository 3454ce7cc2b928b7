/** The inference host: an offscreen document that lives apart from the service worker. */
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import browser from 'webextension-polyfill'
import card from '../../models/apparel/card.json'
import modelUrl from '../../models/apparel/model.json?url'
import weightsUrl from '../../models/apparel/weights.bin?url'
import { INFERENCE } from '../messages.ts'
import { Engine } from './engine.ts'
import { Host } from './host.ts'
import { servePort, tell } from './serve-port.ts'

const forced = new URLSearchParams(location.search).get('backend')
const ports = new Set<browser.Runtime.Port>()

const engine = new Engine(readNetworkFiles, forced === 'webgpu' || forced === 'wasm' ? forced : undefined, status => {
  for (const port of ports) tell(port, { type: 'status', status })
})
const host = new Host(engine, card)

browser.runtime.onConnect.addListener(port => {
  if (port.name !== INFERENCE) return
  ports.add(port)
  port.onDisconnect.addListener(() => ports.delete(port))
  servePort(port, host, engine)
})

async function readNetworkFiles() {
  const [topology, weights] = await Promise.all([
    fetch(modelUrl).then(response => response.json()),
    fetch(weightsUrl).then(response => response.arrayBuffer()),
  ])
  return { card, topology, weights, wasmUrl }
}
