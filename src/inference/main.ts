/** The inference host: an offscreen document that lives apart from the service worker. */
import browser from 'webextension-polyfill'
import card from '../../models/apparel/card.json'
import { handleMessages } from '../messages/handle.ts'
import type { HostMessages } from '../messages/host.ts'
import { INFERENCE } from '../messages/host-port.ts'
import { Engine } from './engine/engine.ts'
import { readNetworkFiles } from './engine/network-files.ts'
import { Host } from './host.ts'
import { IdleTimer } from './idle/idle-timer.ts'
import { triggerGarbageCollection } from './idle/trigger-garbage-collection.ts'
import { parseToHost } from './port/parse-to-host.ts'
import { servePort, tell } from './port/serve-port.ts'

/** Milliseconds without a question after which garbage is collected: once more for what the first time has let go. */
const COLLECT_AFTER = [15_000, 20_000]
/** After which a GPU's memory is given back, and after which this document closes. */
const REST_AFTER = 60_000
const CLOSE_AFTER = 300_000
/** Milliseconds in which the askers may hang up, or ask after all. */
const FAREWELL = 1000

const forced = new URLSearchParams(location.search).get('backend')
/** All that are served, each with a way to hang up. */
const ports = new Map<browser.Runtime.Port, () => void>()

const engine = new Engine(readNetworkFiles, forced === 'webgpu' || forced === 'wasm' ? forced : undefined, status => {
  for (const port of ports.keys()) tell(port, { type: 'status', status })
})
const host = new Host(engine, card)
const idle = new IdleTimer(
  [
    ...COLLECT_AFTER.map(after => ({ after, act: triggerGarbageCollection })),
    { after: REST_AFTER, act: () => void engine.rest() },
    { after: CLOSE_AFTER, act: sayGoodbye },
    { after: CLOSE_AFTER + FAREWELL, act: () => window.close() },
  ],
  () => host.isBusy,
)

browser.runtime.onConnect.addListener(port => {
  if (port.name !== INFERENCE) return
  port.onDisconnect.addListener(() => {
    // Unread, a page that is frozen would be an error in the console.
    void browser.runtime.lastError
    ports.delete(port)
  })
  // To look how it is does not keep it awake.
  port.onMessage.addListener(data => {
    if (parseToHost(data)?.type !== 'status') idle.stir()
  })
  ports.set(port, servePort(port, host, engine))
})

// Web pages have tabs; the service worker has none.
handleMessages<HostMessages>('host', { retire }, { isAllowed: ({ tab }) => !tab })

/** Answers nothing any more, so that an end comes of what is to be kept. Who still waits asks the next host. */
async function retire(): Promise<void> {
  for (const hangUp of ports.values()) hangUp()
  ports.clear()
  await host.settle()
}

/** Askers that only lost the line would wake the next host at once. */
function sayGoodbye(): void {
  for (const port of ports.keys()) tell(port, { type: 'closing' })
}
