import { createSerialQueue } from '../async/serial-queue.ts'
import { within } from '../async/with-timeout.ts'
import { sendToHost } from '../messages/send.ts'
import { readSettings } from '../settings/storage.ts'

const page = 'src/inference/index.html'
/** Milliseconds for which the host may go on keeping tags before it is closed. */
const FAREWELL = 5000

/** `createDocument` and `closeDocument` throw where two callers race. */
const inTurn = createSerialQueue()

/** That wait for their turn, or have it. */
let restarts = 0

/** Resolves when the inference host exists and listens. */
export async function wakeHost(): Promise<void> {
  // Of one that is about to go the asker would hear nothing, and after a few such it gives up.
  do await inTurn(create)
  while (restarts > 0)
}

/** Starts the host anew if it runs, so that it takes on changed settings; its askers ask again by themselves. */
export async function restartHost(): Promise<void> {
  restarts++
  try {
    await inTurn(async () => {
      // The last of several will do: what has changed is read then.
      if (restarts > 1 || !(await chrome.offscreen.hasDocument())) return
      await retire()
      await chrome.offscreen.closeDocument()
      await create()
    })
  } finally {
    restarts--
  }
}

/** Badges come before the history: what the host was asked last is not in it yet. */
async function retire(): Promise<void> {
  const late = () => new Error(`The tags were not kept within ${FAREWELL / 1000} s.`)
  await within(sendToHost('retire'), FAREWELL, late).catch(error => {
    console.warn('The host was closed before its time.', error)
  })
}

async function create(): Promise<void> {
  if (await chrome.offscreen.hasDocument()) return
  // An offscreen document cannot read settings: the one that it needs travels in its address.
  const { backend } = await readSettings()
  await chrome.offscreen.createDocument({
    url: `${page}?backend=${backend}`,
    reasons: [chrome.offscreen.Reason.DOM_PARSER, chrome.offscreen.Reason.BLOBS],
    justification: 'Decodes pictures and runs the network that names garments, on this machine.',
  })
}
