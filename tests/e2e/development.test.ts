import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emojiShelves } from '../../scripts/demo-shop/emoji-shelves.ts'
import { type DemoShop, openDemoShop } from '../../scripts/demo-shop/server.ts'
import { type Development, openDevelopment } from '../../scripts/dev/open-development.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { root } from '../../scripts/paths.ts'
import { BUILD_SOURCES } from '../helpers/build-sources.ts'

let copy: string
let shop: DemoShop
let development: Development
let reloads = 0
const errors: Error[] = []

beforeAll(async () => {
  // The test changes files, so it works on a copy.
  copy = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  for (const part of BUILD_SOURCES)
    await cp(join(root, part), join(copy, part), { recursive: true, preserveTimestamps: true })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  shop = await openDemoShop(emojiShelves)
  development = await openDevelopment({
    root: copy,
    url: shop.url,
    headless: true,
    onReload: milliseconds => {
      reloads++
      console.log(`Reloaded ${milliseconds} ms after the change was saved.`)
    },
    onError: error => errors.push(error),
  })
})

afterAll(async () => {
  await development?.stop()
  shop?.close()
  await rm(copy, { recursive: true })
})

it('reloads the extension when a comment is edited', async () => {
  const before = reloads
  await appendFile(join(copy, 'src/page/features/badges/badge.ts'), '// A comment.\n')
  await eventually(
    async () => reloads,
    count => count > before,
  )
  expect(errors).toEqual([])
})

it('shows an edited text in the badges', async () => {
  const file = join(copy, 'public/_locales/en/messages.json')
  const messages = await readFile(file, 'utf8')
  const edited = messages.replace(/("kind_T_Shirt": \{\s*"message": )"[^"]*"/, '$1"Edited"')
  expect(edited).not.toBe(messages)
  await writeFile(file, edited)
  const badges = await eventually(
    () => readBadges(development.page),
    badges => badges.some(({ text }) => text.includes('Edited')),
  )
  expect(badges.length).toBeGreaterThan(0)
  expect(errors).toEqual([])
})

it('reports a broken file and recovers when it is repaired', async () => {
  const file = join(copy, 'src/page/features/badges/badge.ts')
  const good = await readFile(file, 'utf8')
  await writeFile(file, `${good}\nconst =`)
  await eventually(
    async () => errors.length,
    count => count > 0,
  )
  const before = reloads
  await writeFile(file, good)
  await eventually(
    async () => reloads,
    count => count > before,
  )
})
