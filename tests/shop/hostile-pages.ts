/** Makes ten thousand changes a second, spread over the frames: `change(i)` makes the i-th. */
const flood = (change: string) => `<script>
  window.changes = 0
  const change = ${change}
  let last = performance.now()
  const again = now => {
    for (const end = window.changes + Math.min(1000, (now - last) * 10); window.changes < end; window.changes++)
      change(window.changes)
    last = now
    requestAnimationFrame(again)
  }
  addEventListener('load', () => requestAnimationFrame(again))
</script>`

/** Calls `change(i)` in the i-th frame. */
const inEachFrame = (change: string) => `<script>
  window.frameCount = 0
  const change = ${change}
  const again = () => {
    change(window.frameCount++)
    requestAnimationFrame(again)
  }
  requestAnimationFrame(again)
</script>`

/**
 * Scripts that change a page ten thousand times a second, each in another way. They count their changes in `changes` and do
 * not touch the page's own picture.
 * @param picture path of an existing picture
 */
export const floods = (picture: string): Record<string, string> => ({
  attributes: `<img id="victim" src="${picture}" alt="">${flood(`i => { victim.className = 'c' + i; victim.width = 200 + i % 3 }`)}`,
  styles: `<div id="victim" style="width: 200px; height: 200px"></div>${flood(
    `i => { victim.style.cssText = 'width: 200px; height: 200px; background: rgb(' + i % 255 + ' 0 0)' }`,
  )}`,
  elements: `<section></section>${flood(`i => {
    const list = document.querySelector('section')
    list.append(document.createElement(i % 2 ? 'div' : 'img'))
    if (list.childElementCount > 100) list.firstChild.remove()
  }`)}`,
  texts: `<p id="victim"></p>${flood('i => { victim.textContent = i }')}`,
  'pictures of a shadow root': `<section></section>${flood(`i => {
    window.root ??= document.querySelector('section').attachShadow({ mode: 'closed' })
    root.innerHTML = '<img src="${picture}" width=90 height=90><p>' + i
  }`)}`,
  'shadow roots': `<section></section>${flood(`i => {
    const host = document.createElement('div')
    host.attachShadow({ mode: 'closed' }).innerHTML = '<p>' + i
    document.querySelector('section').replaceChildren(host)
  }`)}`,
  'styles of many pictures': `<style>i { display: inline-block; width: 50px; height: 50px; background: url(${picture}) }</style>
    <section>${'<i></i>'.repeat(300)}</section>${flood(
      `i => { document.querySelectorAll('i')[i % 300].style.opacity = 0.5 + (i % 50) / 100 }`,
    )}`,
  classes: `<style>.a { color: red } </style>${flood(`i => { document.body.className = i % 2 ? 'a' : 'b' }`)}`,
  'forged events': flood(`i => {
    const types = ['load', 'error', 'scroll', 'resize', 'visibilitychange', 'transitionend', 'animationstart', 'seeked',
      'contentvisibilityautostatechange']
    const target = [document.images[0], document, window][i % 3]
    target.dispatchEvent(new Event(types[i % types.length], { bubbles: true }))
  }`),
})

/** Scripts that show another picture in each frame, in ways that the extension notices. */
export const slideshows = (picture: string): Record<string, string> => ({
  'an img': `<img id="slides" alt="">${inEachFrame(`i => { if (slides.complete) slides.src = '${picture}?' + i }`)}`,
  'a background': `<div id="slides" style="width: 200px; height: 200px"></div>${inEachFrame(
    `i => { slides.style.background = 'url(${picture}?' + i + ')' }`,
  )}`,
  'elements that come and go': `<section></section>${inEachFrame(`i => {
    const slide = new Image()
    slide.src = '${picture}?' + i
    document.querySelector('section').append(slide)
    if (i > 20) document.querySelector('section img').remove()
  }`)}`,
})

/** A page that changes its URL in each frame, as some pages do while a user scrolls. */
export const newUrlInEachFrame = inEachFrame(`i => {
  try {
    if (i % 2) history.pushState(i, '', '?' + i)
    else history.replaceState(i, '', '#' + i)
  } catch {
    // The browser limits how often a page may do this.
  }
}`)

/** Pages with far more of something than a real page has. @param picture path of an existing picture */
export const crowds = (picture: string): Record<string, string> => ({
  'pictures on top of each other': `<style>section img { width: 50px; height: 50px; margin: 0; position: absolute }</style>
    <section></section><script>
      document.querySelector('section').innerHTML = '<img src="${picture}" alt="">'.repeat(10000)
    </script>`,
  'deeply nested pictures': `<style>p { width: 700px } p img { width: 50px; height: 50px; margin: 0 }</style>
    ${'<p><span>'.repeat(240)}${`<img src="${picture}" alt="">`.repeat(300)}
    ${inEachFrame(`() => { document.body.classList.toggle('seen') }`)}`,
  'elements restyled near many pictures': `<style>p img { width: 50px; height: 50px; margin: 0 }</style>
    <p>${`<img src="${picture}" alt="">`.repeat(400)}</p>${'<b></b>'.repeat(10_000)}
    ${inEachFrame(`i => { for (const element of document.querySelectorAll('b')) element.className = i % 2 ? 'a' : 'b' }`)}`,
  'rotating backgrounds': `<style>i { display: inline-block; width: 60px; height: 60px; background: url(${picture}) }</style>
    ${'<i></i>'.repeat(400)}
    ${inEachFrame(`i => { for (const element of document.querySelectorAll('i')) element.style.rotate = i + 'deg' }`)}`,
  canvases: `<style>canvas { width: 50px; height: 50px }</style><script>
    for (let i = 0; i < 1500; i++) {
      const canvas = Object.assign(document.createElement('canvas'), { width: 100, height: 100 })
      const context = canvas.getContext('2d')
      context.fillStyle = 'hsl(' + i + ' 50% 50%)'
      context.fillRect(0, 0, 90, 90)
      document.body.append(canvas)
    }
  </script>`,
  'undefined custom elements': `<section></section><script>
    document.querySelector('section').innerHTML = '<x-y></x-y>'.repeat(100_000)
  </script>`,
  'nested frames': `<script>
    for (let i = 0, page = document; i < 50; i++) {
      const frame = page.createElement('iframe')
      frame.style.cssText = 'width: 300px; height: 300px'
      page.body.append(frame)
      page = frame.contentDocument
      page.body.innerHTML = '<img src="${picture}" alt="">'
    }
  </script>`,
  'thousands of srcset candidates': `<img alt="" sizes="200px" srcset="${Array.from(
    { length: 10_000 },
    (_, i) => `${picture}?${i} ${i + 1}w`,
  ).join(', ')}">${inEachFrame(`i => { document.images[0].sizes = 100 + i % 100 + 'px' }`)}`,
  'dialogs that open and close': `<dialog><img src="${picture}" alt=""></dialog>${inEachFrame(
    `() => { document.querySelector('dialog').close(); document.querySelector('dialog').showModal() }`,
  )}`,
  popovers: `<div popover="manual"><img src="${picture}" alt=""></div>${inEachFrame(
    `() => { for (const each of document.querySelectorAll('html > *, [popover]')) if (each.popover) each.togglePopover() }`,
  )}`,
})
