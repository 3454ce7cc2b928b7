import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../scripts/drive/eventually.ts'
import { drawPicture } from '../shop/pictures.ts'
import { openSession, type Session } from './session.ts'

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

/** What the popup says of an uploaded file. */
async function upload(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const popup = await session.openOwnPage()
  const input = await popup.waitForSelector('input[type="file"]')
  await input?.uploadFile(path)
  const idle: string[] = [messages.try_hint.message, messages.answer_looking.message]
  return eventually(
    () => popup.$eval('.verdict', verdict => verdict.textContent),
    verdict => !idle.includes(verdict),
  )
}

it('names the garment of an uploaded picture', async () => {
  expect(await upload('tee.jpg', await drawPicture('1f455', 12))).toContain('T-Shirt')
})

it('says when an uploaded picture is none of the ten', async () => {
  expect(await upload('cat.jpg', await drawPicture('1f408', 12))).toBe(messages.answer_none.message)
})

it('says when an uploaded file is no picture', async () => {
  expect(await upload('letter.png', Buffer.from('Dear Sir or Madam'))).toBe(messages.failure_not_a_picture.message)
})

it('keeps no upload in the history', async () => {
  const popup = await session.openOwnPage()
  await popup.waitForSelector('.empty')
})
