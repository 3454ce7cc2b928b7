/** Asks about each picture of the page once it has loaded, those on screen first, and labels it. */
void (async () => {
  await chrome.runtime.sendMessage('open')
  const port = chrome.runtime.connect({ name: 'classify' })
  const images = []
  port.onMessage.addListener(({ id, label }) => {
    const { left, top } = images[id].getBoundingClientRect()
    const badge = document.createElement('span')
    badge.textContent = label
    badge.style.cssText = `position:absolute;left:${left + scrollX}px;top:${top + scrollY}px;background:#fff;padding:2px`
    document.body.append(badge)
  })
  const ask = image => {
    const isVisible = image.getBoundingClientRect().top < innerHeight
    port.postMessage({ id: images.push(image) - 1, url: image.currentSrc, isVisible })
  }
  for (const image of document.images) {
    if (image.complete) ask(image)
    else image.addEventListener('load', () => ask(image), { once: true })
  }
})()
