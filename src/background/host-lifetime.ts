import { createSerialQueue } from '../async/serial-queue.ts'
import { withTimeout } from '../async/with-timeout.ts'
import { sendToHost } from '../messages/send.ts'
import { closeHostDocument, createHostDocument, hasHostDocument } from '../platform/host-document.ts'
import { readSettings } from '../settings/storage.ts'

const PAGE = 'src/inference/index.html'
/** How long the host may go on storing tags before it is closed, milliseconds. */
const RETIRE_TIMEOUT_MS = 5000

/** Creating and closing the document throw when two callers race. */
const inTurn = createSerialQueue()

/** Restarts that run or wait for their turn. */
let restartCount = 0

/** Resolves when the inference host exists and listens. */
export async function wakeHost(): Promise<void> {
  // A host that is about to close never answers, and a client gives up after a few lost connections. Wait for the new one.
  do await inTurn(create)
  while (restartCount > 0)
}

/** Restarts a running host, so that it picks up changed settings. Its clients repeat their open requests themselves. */
export async function restartHost(): Promise<void> {
  restartCount++
  try {
    await inTurn(async () => {
      // The last of several restarts is enough: it reads the latest settings.
      if (restartCount > 1 || !(await hasHostDocument())) return
      await retire()
      await closeHostDocument()
      await create()
    })
  } finally {
    restartCount--
  }
}

/** Lets the host store its latest tags: answers are delivered before they reach the history. */
async function retire(): Promise<void> {
  const createError = () => new Error(`The tags were not stored within ${RETIRE_TIMEOUT_MS / 1000} s.`)
  await withTimeout(sendToHost('retire'), RETIRE_TIMEOUT_MS, createError).catch(error => {
    console.warn('The host was closed before it had stored all tags.', error)
  })
}

async function create(): Promise<void> {
  if (await hasHostDocument()) return
  // The document cannot read settings in Chromium, so the one that it needs travels in its URL.
  const { backend } = await readSettings()
  await createHostDocument(`${PAGE}?backend=${backend}`)
}
