import { createTurns } from '../platform/in-turn.ts'
import { readSettings } from '../settings.ts'

const page = 'src/inference/index.html'

/** `createDocument` and `closeDocument` throw where two callers race. */
const inTurn = createTurns()

/** Resolves when the inference host exists and listens. */
export function wakeHost(): Promise<void> {
  return inTurn(create)
}

/** Starts the host anew if it runs, so that it takes on changed settings; its askers ask again by themselves. */
export function restartHost(): Promise<void> {
  return inTurn(async () => {
    if (!(await chrome.offscreen.hasDocument())) return
    await chrome.offscreen.closeDocument()
    await create()
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
