import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MODEL } from '../evaluation/shipped-network.ts'
import { cardFiles } from './card.ts'
import { ticks } from './plot.ts'
import { readResults } from './results.ts'
import { staleFiles } from './stale.ts'
import { element, label } from './svg.ts'

test('matches the shipped network and its results', async () => {
  expect(await staleFiles(MODEL), 'run npm run model-card').toEqual([])
})

describe('a copy of the network', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'apparel-'))
    await cp(MODEL, folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function edit(name: string, change: (text: string) => string): Promise<void> {
    const path = join(folder, name)
    await writeFile(path, change(await readFile(path, 'utf8')))
  }

  test('reports a text that was edited by hand and a missing plot as stale', async () => {
    await edit('README.md', text => text.replace('MobileNetV2', 'MobileNetV3'))
    await rm(join(folder, 'plots/curves.svg'))
    expect(await staleFiles(folder)).toEqual(['README.md', 'plots/curves.svg'])
  })

  test('refuses results of another network or another calibration', async () => {
    const { name } = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8'))
    await edit('results/val.json', text => text.replace(name, 'another'))
    await expect(readResults(folder)).rejects.toThrow('results/val.json was not measured with')
    await edit('results/val.json', text => text.replace('another', name))
    await edit('card.json', text => text.replace(/"temperature": [\d.]+/, '"temperature": 3'))
    await expect(readResults(folder)).rejects.toThrow('results/val.json was not measured with')
  })

  test('rejects a placeholder that nothing fills', async () => {
    await edit('README.template.md', text => `${text}{{val.luck}}`)
    await expect(staleFiles(folder)).rejects.toThrow('{{val.luck}}')
  })

  test('compares formats of the weights if they were measured', async () => {
    const row = {
      name: 'int8',
      bytes: 2.2e6,
      closedTop1: 0.9,
      top1: 0.8,
      auroc: 0.99,
      falseBadgeRate: null,
      milliseconds: 25,
    }
    await writeFile(join(folder, 'results/storage.json'), JSON.stringify({ split: 'val', rows: [row] }))
    const readme = cardFiles(await readResults(folder)).get('README.md')
    expect(readme).toContain('| int8 | 2.2 | 90.0\u00a0% | 80.0\u00a0% | 0.990 | – | 25.0 |')
  })
})

test('draws plots as well-formed SVG with a title and a description', async () => {
  const plots = [...cardFiles(await readResults(MODEL))].filter(([name]) => name.endsWith('.svg'))
  expect(plots.map(([name]) => name)).toEqual(['plots/confusion.svg', 'plots/reliability.svg', 'plots/curves.svg'])
  for (const [, text] of plots) {
    expect(await sharp(Buffer.from(text)).metadata()).toMatchObject({ format: 'svg', width: 840 })
    expect(text).toMatch(/<title id="title">[^<]+<\/title>\s*<desc id="desc">[^<]+<\/desc>/)
    expect(text).not.toMatch(/NaN|undefined|null/)
  }
})

test('escapes the special characters of XML', () => {
  expect(label(1, 2.345, 'a < b & c')).toBe('<text x="1" y="2.35">a &lt; b &amp; c</text>')
  expect(element('a', { title: '"<' })).toBe('<a title="&quot;&lt;"/>')
})

test.each([
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0.5, 1, [0.5, 0.6, 0.7, 0.8, 0.9, 1]],
  [0.94, 1, [0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1]],
  [0, 0.38, [0, 0.1, 0.2, 0.3]],
])('chooses round ticks from %d to %d', (from, to, expected) => {
  expect(ticks({ label: '', from, to }).map(tick => Number(tick.toFixed(6)))).toEqual(expected)
})
