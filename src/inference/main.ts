/** The inference host: a document of its own, because it outlives Chromium's service worker. */
import browser from 'webextension-polyfill'
import card from '../../models/apparel/card.json'
import { collectGarbageAtRest } from '../async/collect-garbage-at-rest.ts'
import { IdleTimer } from '../async/idle-timer.ts'
import { handleMessages } from '../messages/handle.ts'
import type { HostMessages } from '../messages/host.ts'
import { INFERENCE } from '../messages/host-port.ts'
import { closeDocument } from '../platform/close-document.ts'
import { Engine } from './engine/engine.ts'
import { readNetworkFiles } from './engine/network-files.ts'
import { Host } from './host.ts'
import { type Served, servePort } from './port/serve-port.ts'

/** Idle time after which the GPU's memory is released. */
const RELEASE_GPU_AFTER_MS = 60_000
/** Idle time after which this document closes. */
const CLOSE_AFTER_MS = 300_000
/** Time between the announcement and the close, in which clients may disconnect or send another request. */
const CLOSE_GRACE_MS = 1000

const forced = new URLSearchParams(location.search).get('backend')
const clients = new Map<browser.Runtime.Port, Served>()

const engine = new Engine(readNetworkFiles, forced === 'webgpu' || forced === 'wasm' ? forced : undefined, status => {
  for (const client of clients.values()) client.send({ type: 'status', status })
})
const host = new Host(engine, card, () => {
  for (const client of clients.values()) client.send({ type: 'learned' })
})
const idle = new IdleTimer(
  [
    ...collectGarbageAtRest,
    { after: RELEASE_GPU_AFTER_MS, act: () => void engine.releaseGpu() },
    { after: CLOSE_AFTER_MS, act: announceClose },
    { after: CLOSE_AFTER_MS + CLOSE_GRACE_MS, act: closeDocument },
  ],
  () => host.isBusy,
)

browser.runtime.onConnect.addListener(port => {
  if (port.name !== INFERENCE) return
  port.onDisconnect.addListener(() => {
    // If nobody reads it, the console reports an error for each page that enters the bfcache.
    void browser.runtime.lastError
    clients.delete(port)
  })
  clients.set(
    port,
    servePort(port, host, engine, () => idle.restart()),
  )
})

// Web pages have tabs; the service worker has none.
handleMessages<HostMessages>('host', { retire }, { isAllowed: ({ tab }) => !tab })

/** Disconnects all clients, so that no new tags arrive, and stores the rest. Waiting clients ask the next host. */
async function retire(): Promise<void> {
  for (const client of clients.values()) client.disconnect()
  clients.clear()
  await host.settle()
}

/** Clients that merely lost their connection would wake the next host at once. */
function announceClose(): void {
  for (const client of clients.values()) client.send({ type: 'closing' })
}
