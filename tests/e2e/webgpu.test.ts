import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askHost, hostStatus } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { isAnswered } from '../../src/apparel/answer.ts'
import type { TimedAnswer } from '../../src/messages/host-port.ts'
import type { Backend } from '../../src/network/backend.ts'
import { grant } from '../helpers/browser/grant.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { garmentCodes, garmentPictures, otherCodes, picturePath } from '../shop/pictures.ts'

// A software GPU computes the same as a real one, a hundred times slower.
const softwareGpu = ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--use-webgpu-adapter=swiftshader']

/** A picture takes seconds on an idle machine, and a minute on a busy one; each test asks about up to seven. */
const DEADLINE_MS = 900_000

let session: Session
beforeAll(async () => {
  session = await openSession({ args: softwareGpu })
  await grant(session, ['http://127.0.0.1/*'])
})
afterAll(() => session?.close())

it(
  'answers the same on WebGPU as on WASM',
  async () => {
    const codes = [...garmentCodes.slice(0, 3), otherCodes[0]]
    const urls = codes.map(code => session.shop.origin + picturePath(code, 17))
    const onGpu = await answersOf('webgpu', urls)
    const onWasm = await answersOf('wasm', urls)
    expect(onGpu.slice(0, 3).map(({ prediction }) => prediction.garment)).toEqual(
      garmentCodes.slice(0, 3).map(code => garmentPictures[code]),
    )
    expect(onGpu[0]?.activation).toHaveLength(49)
    onGpu.forEach(({ prediction, activation }, i) => {
      expect(prediction.verdict).toBe(onWasm[i]?.prediction.verdict)
      expect(prediction.garment).toBe(onWasm[i]?.prediction.garment)
      // WASM computes in bytes and the GPU in floats, which moves an answer by a point or two. The golden vector is exact.
      expect(prediction.confidence).toBeCloseTo(onWasm[i]?.prediction.confidence ?? Number.NaN, 1)
      expect(activation?.length).toBe(onWasm[i]?.activation?.length)
      for (const [place, value] of (activation ?? []).entries())
        expect(value).toBeCloseTo(onWasm[i]?.activation?.[place] ?? Number.NaN, 1)
    })
  },
  DEADLINE_MS,
)

it(
  'restarts a lost GPU, and falls back to WASM when it is lost twice in a minute',
  async () => {
    const page = await force('webgpu')
    await slowHostClock()
    const debug = await session.browser.target().createCDPSession()
    // The reply may be lost with the process.
    const crash = () => debug.send('Browser.crashGpuProcess').catch(() => {})
    const url = (seed: number) => session.shop.origin + picturePath('1f455', seed)
    const isRight = { prediction: { garment: 'T-Shirt' } }
    expect(await askHost(page, [url(31)])).toMatchObject([{ backend: 'webgpu', ...isRight }])
    const before = await hostStatus(page)

    await crash()
    expect(await askHost(page, [url(32)])).toMatchObject([{ backend: 'webgpu', ...isRight }])
    expect(await hostStatus(page)).toHaveProperty('memory', before.state === 'ready' && before.memory)

    const asked = askHost(page, [url(33), url(34), url(35)])
    await crash()
    for (const answer of await asked) expect(answer).toMatchObject(isRight)
    expect(await askHost(page, [url(36)])).toMatchObject([{ backend: 'wasm', ...isRight }])
  },
  DEADLINE_MS,
)

/** Chooses a backend as a user does on the options page. */
async function force(backend: Backend): Promise<Page> {
  const page = await session.openOwnPage()
  await page.evaluate(async backend => {
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings ?? { version: 1, sites: [] }), backend } })
  }, backend)
  // Until the service worker learns of the choice, the host with the previous backend may answer.
  await eventually(
    () => hostStatus(page),
    status => status.state === 'ready' && status.backend === backend,
    DEADLINE_MS,
  )
  return page
}

/**
 * Slows the host's clock as much as its GPU. Otherwise the minute in which a second loss counts could pass while the GPU
 * computes one answer.
 */
async function slowHostClock(): Promise<void> {
  const host = await session.browser.waitForTarget(target => target.url().includes('/inference/index.html'))
  await (await host.asPage()).evaluate(() => {
    const now = performance.now.bind(performance)
    const start = now()
    performance.now = () => start + (now() - start) / 100
  })
}

async function answersOf(backend: Backend, urls: string[]): Promise<TimedAnswer[]> {
  const page = await force(backend)
  const answers = await askHost(page, urls)
  await page.close()
  const answered = answers.filter(isAnswered)
  expect(answered).toHaveLength(urls.length)
  for (const answer of answered) expect(answer.backend).toBe(backend)
  return answered
}
