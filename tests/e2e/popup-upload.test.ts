import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { pasted } from '../../scripts/drive/clipboard.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { soon } from '../helpers/soon.ts'
import { drawPicture } from '../shop/pictures.ts'

let session: Session
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  session = await openSession()
})
afterAll(async () => {
  await session?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Uploads a file. @returns the popup, once it shows the answer */
async function upload(name: string, bytes: Uint8Array): Promise<Page> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const popup = await session.openOwnPage()
  const input = await popup.waitForSelector('input[type="file"]')
  await input?.uploadFile(path)
  const idle: string[] = [messages.try_hint.message, messages.answer_looking.message]
  await eventually(
    () => verdictIn(popup),
    verdict => !idle.includes(verdict),
  )
  return popup
}

function verdictIn(popup: Page): Promise<string> {
  return popup.$eval('.verdict', verdict => verdict.textContent)
}

it('names the garment of an uploaded picture', async () => {
  expect(await verdictIn(await upload('tee.jpg', await drawPicture('1f455', 12)))).toContain('T-Shirt')
})

it('says when an uploaded picture shows none of the ten garments', async () => {
  const popup = await upload('cat.jpg', await drawPicture('1f408', 12))
  expect(await verdictIn(popup)).toBe(messages.answer_none.message)
  await soon(() => popup.$('[aria-pressed]')).toBeNull()
  await popup.locator('.acts button').click()
  await popup.waitForFunction(
    said => document.querySelector('.acts button')?.textContent?.startsWith(said),
    {},
    messages.copied.message,
  )
  expect(JSON.parse(await pasted(popup))).toMatchObject({ label: 'none' })
})

it('says when an uploaded file is not a picture', async () => {
  const popup = await upload('letter.png', Buffer.from('Dear Sir or Madam'))
  expect(await verdictIn(popup)).toBe(messages.failure_not_a_picture.message)
})

it("shows the heat map in the picture's proportions, and hides it again", async () => {
  const wide = await sharp(await drawPicture('1f455', 13))
    .extend({ left: 160, right: 161, background: '#fff' })
    .toBuffer()
  const popup = await upload('wide.jpg', wide)
  await popup.locator('.toggle').click()
  await popup.waitForSelector('.why canvas')
  const heat = () =>
    popup.$eval('.why canvas', canvas => {
      const { width, height } = canvas as HTMLCanvasElement
      const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      return { ratio: width / height, most: Math.max(...pixels.filter((_, i) => i % 4 === 3)) }
    })
  const { ratio } = await eventually(heat, ({ most }) => most > 150)
  expect(ratio).toBeCloseTo(2, 1)
  await popup.locator('.toggle').click()
  await popup.waitForSelector('.why', { hidden: true })
})

it('keeps no upload in the history', async () => {
  const popup = await session.openOwnPage()
  await popup.waitForSelector('.empty')
})

it('shows each class name on a line of its own', async () => {
  const popup = await upload('cat.jpg', await drawPicture('1f408', 14))
  const tops = await popup.$$eval('.bars li > span:first-child', names =>
    names.map(name => {
      const words = document.createRange()
      words.selectNodeContents(name)
      const { top, bottom } = words.getBoundingClientRect()
      return { top, bottom }
    }),
  )
  for (const [i, { bottom }] of tops.slice(0, -1).entries()) expect(bottom).toBeLessThanOrEqual(tops[i + 1]?.top ?? 0)
})
