/** Opens the document that classifies, once. */
let opening
chrome.runtime.onMessage.addListener((_, __, reply) => {
  opening ??= open()
  opening.then(() => reply(true))
  return true
})

async function open() {
  if (await chrome.offscreen.hasDocument()) return
  const justification = 'Runs the network.'
  await chrome.offscreen.createDocument({ url: 'offscreen.html', reasons: ['WORKERS'], justification })
}
