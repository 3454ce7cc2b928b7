import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { afterEach, expect, it } from 'vitest'
import { root } from '../paths.ts'

const { forbidden = [], options } = await extractDepcruiseConfig(join(root, '.dependency-cruiser.mjs'))
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Files by path. Those named in no import of another file import something themselves, so that they are no orphans. */
type Files = Record<string, string>

/** @returns the names of the rules that the files break */
async function brokenRules(files: Files): Promise<string[]> {
  const baseDir = mkdtempSync(join(tmpdir(), 'dependency-rules-'))
  folders.push(baseDir)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(baseDir, path)), { recursive: true })
    writeFileSync(join(baseDir, path), text)
  }
  const { output } = await cruise(['.'], { ...options, ruleSet: { forbidden }, validate: true, baseDir })
  const { violations } = (output as ICruiseResult).summary
  return [...new Set(violations.map(({ rule }) => rule.name))]
}

/** Each rule with code that breaks it and no other rule. */
const planted: [rule: string, files: Files][] = [
  [
    'no-circles',
    {
      'src/async/a.ts': "import { b } from './b.ts'\nexport const a = () => b",
      'src/async/b.ts': "import { a } from './a.ts'\nexport const b = () => a",
    },
  ],
  [
    'no-circles',
    {
      'src/async/a.ts': "import type { B } from './b.ts'\nexport interface A { b: B }",
      'src/async/b.ts': "import type { A } from './a.ts'\nexport interface B { a: A }",
    },
  ],
  [
    'no-circles',
    {
      'src/async/a.ts': "export interface A { b: import('./b.ts').B }",
      'src/async/b.ts': "import type { A } from './a.ts'\nexport interface B { a: A }",
    },
  ],
  [
    'apparel-imports-nothing',
    {
      'src/apparel/answer.ts': "import type { Size } from '../colour/size.ts'\nexport type Answer = Size",
      'src/colour/size.ts': 'export type Size = number',
    },
  ],
  [
    'apparel-imports-nothing',
    { 'src/apparel/answer.ts': "import { openDB } from 'idb'\nexport const answer = openDB" },
  ],
  [
    'only-network-imports-tensorflow',
    { 'src/inference/engine.ts': "import * as tf from '@tensorflow/tfjs-core'\nexport const engine = tf" },
  ],
  [
    'only-inference-imports-network',
    {
      'src/popup/popup.tsx': "import type { Network } from '../network/network.ts'\nexport type Popup = Network",
      'src/network/network.ts': 'export type Network = string',
    },
  ],
  [
    'core-imports-no-feature',
    {
      'src/page/core/page-core.ts': "import { badge } from '../features/badges/badge.ts'\nexport const core = badge",
      'src/page/features/badges/badge.ts': 'export const badge = 1',
    },
  ],
  [
    'core-imports-no-feature',
    {
      'src/page/core/page-core.ts': "import { features } from '../features.ts'\nexport const core = features",
      'src/page/features.ts': 'export const features = []',
    },
  ],
  [
    'features-are-independent',
    {
      'src/page/features/report/report.ts': "import { badge } from '../badges/badge.ts'\nexport const report = badge",
      'src/page/features/badges/badge.ts': 'export const badge = 1',
    },
  ],
  [
    'features-are-independent',
    {
      'src/page/features/report/report.ts': "import type { Feature } from '../../features.ts'\nexport type R = Feature",
      'src/page/features.ts': 'export interface Feature { name: string }',
    },
  ],
  [
    'domain-imports-no-messages',
    {
      'src/history/tag.ts': "import type { ToHost } from '../messages/host.ts'\nexport type Tag = ToHost",
      'src/messages/host.ts': 'export type ToHost = string',
    },
  ],
  [
    'test-helpers-stay-in-tests',
    {
      'scripts/start.ts': "import { judged } from '../tests/helpers/judged.ts'\njudged()",
      'tests/helpers/judged.ts': 'export const judged = () => {}',
    },
  ],
  [
    'src-imports-only-src',
    {
      'src/network/kernels.ts': "import { root } from '../../scripts/paths.ts'\nexport const folder = root",
      'scripts/paths.ts': "export const root = ''",
    },
  ],
  ['no-orphans', { 'src/async/forgotten.ts': 'export const forgotten = 1' }],
]

it.each(planted)('%s fails on a planted violation', async (rule, files) => {
  expect(await brokenRules(files)).toEqual([rule])
})

it('every rule has a planted violation', () => {
  expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)))
})

it('accepts the imports that the rules leave open', async () => {
  const files = {
    'src/apparel/answer.ts': 'export interface Answer { garment: string }',
    'src/apparel/answer.test.ts': "import '../../tests/helpers/judged.ts'\nimport './answer.ts'\nimport 'vitest'",
    'src/network/backend.ts': "export type Backend = 'webgpu'",
    'src/network/network.ts': "import '@tensorflow/tfjs-core'\nexport const network = 1",
    'src/inference/engine.ts': "import { network } from '../network/network.ts'\nexport const engine = network",
    'src/popup/popup.tsx': 'import type { Backend } from \'../network/backend.ts\'\nexport const p = <b class="x" />',
    'src/page/core/page-core.ts':
      "import type { Answer } from '../../apparel/answer.ts'\nexport type PageCore = Answer",
    'src/page/features/badges/badge.ts':
      "import type { PageCore } from '../../core/page-core.ts'\nexport type B = PageCore",
    'src/page/features/badges/badges.ts': "import type { B } from './badge.ts'\nexport const badges: B[] = []",
    'src/page/features.ts': "import { badges } from './features/badges/badges.ts'\nexport const features = [badges]",
    'tests/helpers/judged.ts': 'export const judged = 1',
    'tests/e2e/badges.test.ts': "import '../helpers/judged.ts'",
    'bench/bench.ts': "import '../tests/helpers/judged.ts'",
  }
  expect(await brokenRules(files)).toEqual([])
})
