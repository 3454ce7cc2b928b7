import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askHost, hostStatus } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Answered, type Backend, isAnswered } from '../../src/messages.ts'
import { garmentCodes, garmentPictures, otherCodes, picturePath } from '../shop/pictures.ts'
import { grant } from './grant.ts'
import { openSession, type Session } from './session.ts'

// A GPU in software: what it computes is what a real one computes, a hundred times slower.
const softwareGpu = ['--enable-unsafe-webgpu', '--enable-features=Vulkan', '--use-webgpu-adapter=swiftshader']

let session: Session
beforeAll(async () => {
  session = await openSession({ args: softwareGpu })
  await grant(session, ['http://127.0.0.1/*'])
})
afterAll(() => session?.close())

it('gives the memory of the GPU back when nothing was asked for a minute, and takes it again for the next question', async () => {
  const page = await force('webgpu')
  const bytes = async () => {
    const status = await hostStatus(page)
    return status.state === 'ready' ? status.memory.bytes : Number.NaN
  }
  expect(await bytes()).toBeGreaterThan(4_000_000)
  const host = await session.browser.waitForTarget(target => target.url().includes('/inference/index.html'))
  const debug = await host.createCDPSession()
  // The browser's own way to let time pass faster, until this line to it is closed.
  await debug.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: 61_000 })
  await eventually(bytes, held => held === 0)
  await debug.detach()
  const [answer] = await askHost(page, [session.shop.origin + picturePath('1f455', 18)])
  expect(answer).toMatchObject({ backend: 'webgpu', prediction: { garment: 'T-Shirt' } })
  expect(await bytes()).toBeGreaterThan(4_000_000)
  await page.close()
}, 240_000)

it('answers the same on WebGPU as on WASM', async () => {
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
    expect(prediction.confidence).toBeCloseTo(onWasm[i]?.prediction.confidence ?? Number.NaN, 2)
    expect(activation?.length).toBe(onWasm[i]?.activation?.length)
    for (const [place, value] of (activation ?? []).entries())
      expect(value).toBeCloseTo(onWasm[i]?.activation?.[place] ?? Number.NaN, 2)
  })
}, 240_000)

/** Forces a backend as a person does in the popup. @returns a page of the extension */
async function force(backend: Backend): Promise<Page> {
  const page = await session.openOwnPage()
  await page.evaluate(async backend => {
    const { settings } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(settings ?? { version: 1, sites: [] }), backend } })
  }, backend)
  expect(await hostStatus(page)).toMatchObject({ state: 'ready', backend })
  return page
}

async function answersOf(backend: Backend, urls: string[]): Promise<Answered[]> {
  const page = await force(backend)
  const answers = await askHost(page, urls)
  await page.close()
  const answered = answers.filter(isAnswered)
  expect(answered).toHaveLength(urls.length)
  for (const answer of answered) expect(answer.backend).toBe(backend)
  return answered
}
