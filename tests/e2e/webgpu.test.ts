import { afterAll, beforeAll, expect, it } from 'vitest'
import { askHost, hostStatus } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Answered, type Backend, isAnswered } from '../../src/messages.ts'
import { garmentCodes, garmentPictures, otherCodes, picturePath } from '../shop/pictures.ts'
import { grant } from './grant.ts'
import { openSession, type Session } from './session.ts'

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
      expect(prediction.confidence).toBeCloseTo(onWasm[i]?.prediction.confidence ?? Number.NaN, 2)
      expect(activation?.length).toBe(onWasm[i]?.activation?.length)
      for (const [place, value] of (activation ?? []).entries())
        expect(value).toBeCloseTo(onWasm[i]?.activation?.[place] ?? Number.NaN, 2)
    })
  },
  DEADLINE,
)

/** Forces a backend as a person does in the popup, and asks. */
async function answersOf(backend: Backend, urls: string[]): Promise<Answered[]> {
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
  const answers = await askHost(page, urls)
  await page.close()
  const answered = answers.filter(isAnswered)
  expect(answered).toHaveLength(urls.length)
  for (const answer of answered) expect(answer.backend).toBe(backend)
  return answered
}
