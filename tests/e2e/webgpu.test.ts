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

// A GPU in software: what it computes is what a real one computes, a hundred times slower.
const softwareGpu = ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--use-webgpu-adapter=swiftshader']

/** Milliseconds. */
const DEADLINE = 240_000

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
      // Floats against bytes, of which an answer moves by a point or two. How right a GPU is its golden vector tells.
      expect(prediction.confidence).toBeCloseTo(onWasm[i]?.prediction.confidence ?? Number.NaN, 1)
      expect(activation?.length).toBe(onWasm[i]?.activation?.length)
      for (const [place, value] of (activation ?? []).entries())
        expect(value).toBeCloseTo(onWasm[i]?.activation?.[place] ?? Number.NaN, 1)
    })
  },
  DEADLINE,
)

it(
  'starts a GPU that was lost anew, and leaves one that is lost twice in a minute',
  async () => {
    const page = await force('webgpu')
    const debug = await session.browser.target().createCDPSession()
    // Its own answer may be lost with the process.
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
  DEADLINE,
)

/** Forces a backend as a person does in the popup. */
async function force(backend: Backend): Promise<Page> {
  const page = await session.openOwnPage()
  await page.evaluate(async backend => {
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings ?? { version: 1, sites: [] }), backend } })
  }, backend)
  // The one before may answer, until the service worker has heard of the choice.
  await eventually(
    () => hostStatus(page),
    status => status.state === 'ready' && status.backend === backend,
    DEADLINE,
  )
  return page
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
