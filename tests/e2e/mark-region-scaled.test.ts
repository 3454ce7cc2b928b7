import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf, chooseRegion } from '../../scripts/drive/context-menu.ts'
import { drag, shirtAmongShoes, untilLoaded } from '../helpers/browser/region.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { zoom } from '../helpers/browser/zoom.ts'

describe.each([1, 2])('a marked region at %i device pixels per CSS pixel', ratio => {
  let session: Session
  beforeAll(async () => {
    session = await openSession({ args: [`--force-device-scale-factor=${ratio}`, '--window-size=1300,1100'] })
  })
  afterAll(() => session?.close())

  it.each(['a scrolled page', 'a zoomed root element', 'a pinched page', 'a zoom of 150 %'])(
    'is what the user sees: %s',
    async place => {
      const style = place === 'a zoomed root element' ? '<style>html { zoom: 1.3 }</style>' : ''
      const page = await session.visit(`${style}<div style="height: 700px"></div>
        <div style="position: relative; height: 2000px">${shirtAmongShoes}</div>`)
      // The real window size instead of an emulated one.
      await page.setViewport(null)
      await page.waitForFunction(() => innerWidth === outerWidth)
      await untilLoaded(page)
      await page.evaluate(() => window.scrollTo(0, 600))
      if (place === 'a pinched page') {
        const pinch = await page.createCDPSession()
        await pinch.send('Input.synthesizePinchGesture', { x: 400, y: 300, scaleFactor: 1.5 })
      }
      if (place === 'a zoom of 150 %') await zoom(session, page)
      await chooseRegion(session, page)
      const { x, y, width, height } = await page.$eval('img', image => image.getBoundingClientRect().toJSON())
      // The driver counts from the corner of the visual viewport, in pixels of the page.
      const { left, top } = await page.evaluate(() => ({
        left: visualViewport?.offsetLeft ?? 0,
        top: visualViewport?.offsetTop ?? 0,
      }))
      const seen = (x: number, y: number) => [x - left, y - top] as const
      await drag(page, ...seen(x, y), ...seen(x + width, y + height))
      expect(await answerOf(page)).toMatch(/^T-Shirt 9\d%/)
      await page.close()
    },
  )
})
