/**
 * The document in which the inference host runs: an offscreen document, which only Chromium supports. The extension has at most
 * one. Creating or closing it throws when two callers race, so callers must queue.
 */

/** @param url of the page, relative to the extension's root */
export async function createHostDocument(url: string): Promise<void> {
  await chrome.offscreen.createDocument({
    url,
    reasons: [chrome.offscreen.Reason.DOM_PARSER, chrome.offscreen.Reason.BLOBS],
    justification: 'Decodes pictures and runs the network that names garments, on this machine.',
  })
}

/** Whether it exists. */
export function hasHostDocument(): Promise<boolean> {
  return chrome.offscreen.hasDocument()
}

/** Closes it. */
export function closeHostDocument(): Promise<void> {
  return chrome.offscreen.closeDocument()
}
