import { pictureAt } from './bench-shop.ts'

/**
 * An endless feed that recycles a few cards for new rows, like a virtual list.
 * @param first number of the first picture
 * @param count number of pictures before they repeat
 */
export function feedPage(first: number, count: number): string {
  const [, path = '', extension = ''] = /^(.*?)\d+(.*)$/.exec(pictureAt(0)) ?? []
  return `<!doctype html><html lang="en"><title>Feed</title>
<style>
  body { margin: 0; font: 14px sans-serif }
  main { position: relative; height: 100000000px }
  article { position: absolute; width: 19%; height: 240px; overflow: hidden }
  img { width: 200px; height: 200px; display: block }
</style>
<main></main>
<script>
  const COLUMNS = 5, ROW = 250, POOL = 60
  const main = document.querySelector('main')
  const cards = Array.from({ length: POOL }, () => {
    const card = document.createElement('article')
    card.innerHTML = '<a href="#"><img alt=""></a><p></p>'
    main.append(card)
    return { card, image: card.querySelector('img'), words: card.querySelector('p'), shown: -1 }
  })
  function render() {
    const from = Math.max(0, Math.floor(scrollY / ROW) - 4) * COLUMNS
    for (let i = from; i < from + POOL; i++) {
      const slot = cards[i % POOL]
      if (slot.shown === i) continue
      slot.shown = i
      slot.card.style.left = (i % COLUMNS) * 20 + '%'
      slot.card.style.top = Math.floor(i / COLUMNS) * ROW + 'px'
      slot.image.src = '${path}' + (${first} + (i % ${count})) + '${extension}'
      slot.words.textContent = 'Item ' + i
    }
  }
  addEventListener('scroll', render)
  render()
  /** Scrolls for a time, with so many new pictures per second. */
  function run(milliseconds, rate) {
    return new Promise(resolve => {
      const start = performance.now()
      const step = now => {
        scrollTo(0, ((now - start) / 1000) * (rate / COLUMNS) * ROW)
        if (now - start < milliseconds) requestAnimationFrame(step)
        else resolve()
      }
      requestAnimationFrame(step)
    })
  }
</script>`
}
