/** The inference host: an offscreen document that lives apart from the service worker. */
import browser from 'webextension-polyfill'
import card from '../../models/apparel/card.json'
import { INFERENCE } from '../messages.ts'
import { Engine } from './engine.ts'
import { Host } from './host.ts'
import { readNetworkFiles } from './network-files.ts'
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
