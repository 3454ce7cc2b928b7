import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../paths.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apparel-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Makes a set with a picture in each of the folders. */
async function make(set: string, ...names: string[]): Promise<void> {
  const picture = sharp({ create: { width: 40, height: 50, channels: 3, background: '#864' } }).png()
  for (const name of names) {
    await mkdir(join(folder, set, name), { recursive: true })
    await picture.toFile(join(folder, set, name, 'a.png'))
  }
}

async function evaluate(set: string) {
  const json = join(folder, `${set.replaceAll('/', '-')}.json`)
  const command = ['--import', 'tsx', 'scripts/evaluate.ts', join(folder, set), '--json', json]
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root })
  return { stdout, figures: JSON.parse(await readFile(json, 'utf8')) }
}

test('measures folders of classes alone', async () => {
  await make('sealed', 'Hat', 'none')
  const { stdout, figures } = await evaluate('sealed')
  expect(stdout).toMatch(/^class /)
  expect(figures).toMatchObject({ n: 2, bySource: {}, byShot: {}, byKind: {}, ambiguous: { n: 0, badged: null } })
})

test('measures folders of kinds and ambiguous pictures, with a manifest of few columns', async () => {
  await make('kinds/set', 'Sneaker', 'Dress', 'ambiguous', 'Hat', 'Spoons')
  await writeFile(join(folder, 'kinds/set/Hat/broken.jpg'), 'no picture')
  await cp(join(folder, 'kinds/set/Hat/a.png'), join(folder, 'kinds/set/Hat/b.png'))
  await writeFile(
    join(folder, 'kinds/manifest.csv'),
    'file,kind,shot\nset/Hat/a.png,Cap,worn\n"Hat/b.png",Beanie,drawn\n',
  )
  const { stdout, figures } = await evaluate('kinds/set')
  expect(stdout).toMatch(/^shot /)
  expect(figures).toMatchObject({
    n: 4,
    bySource: {},
    byShot: { worn: { n: 1 }, drawn: { n: 1 } },
    ambiguous: { n: 1 },
  })
  expect(Object.keys(figures.byKind).sort()).toEqual(['Beanie', 'Cap', 'Dress', 'Sneaker'])
  expect(figures.perClass).toMatchObject({ Shoes: { n: 1 }, none: { n: 1 }, Hat: { n: 2 } })
  expect(figures.unreadable).toHaveLength(1)
})
