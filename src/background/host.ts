import { readSettings } from '../settings.ts'

const page = 'src/inference/index.html'

/** `createDocument` throws where two callers race: all of them share one promise. */
let waking: Promise<void> | undefined

/** Resolves when the inference host exists and listens. */
export function wakeHost(): Promise<void> {
  waking ??= create().finally(() => {
    waking = undefined
  })
  return waking
}

/** Starts the host anew, so that it takes on changed settings; its askers ask again by themselves. */
export async function restartHost(): Promise<void> {
  await waking
  if (!(await chrome.offscreen.hasDocument())) return
  await chrome.offscreen.closeDocument()
  await wakeHost()
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
