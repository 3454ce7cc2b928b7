import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kindOf } from '../../src/apparel/kind-answer.ts'
import type { Kind } from '../../src/apparel/kinds.ts'
import { judged } from '../../tests/helpers/judged.ts'
import { type KindJudged, kindFiguresOf } from './kind-figures.ts'
import { listPictures } from './pictures.ts'

const kinds = {
  names: ['Sneaker', 'Boot', 'Dress', 'Hoodie'],
  classes: ['Shoes', 'Shoes', 'none', 'none'],
  calibration: { temperature: 2, thresholds: { Sneaker: 0.5, Dress: 0.2 } },
}

test('picks a kind of the answered class, with its probability among all kinds', () => {
  const logits = [2, 4, 6, 0].map(logit => 2 * Math.log(1 + logit))
  expect(kindOf(logits, 'Shoes', kinds)).toEqual({
    kind: 'Boot',
    confidence: expect.closeTo(5 / 16, 9),
    isSure: false,
  })
  expect(kindOf(logits, 'none', kinds)).toMatchObject({ kind: 'Dress', isSure: true })
  expect(kindOf(logits, 'Hat', kinds)).toBeUndefined()
})

test('is never sure of a kind without a threshold', () => {
  expect(kindOf([0, 90, 0, 0], 'Shoes', kinds)).toMatchObject({ kind: 'Boot', isSure: false })
})

test('counts right kinds among right classes, and precision among sure answers', () => {
  const shoe = judged('Shoes', { Shoes: 0.9 })
  const say = (kind: string, said: Kind, isSure: boolean): KindJudged => ({
    ...shoe,
    kind,
    said: { kind: said, confidence: 0.5, isSure },
  })
  const { right, rightOfTen, perKind } = kindFiguresOf([
    say('Sneaker', 'Sneaker', true),
    say('Sneaker', 'Boot', true),
    say('Boot', 'Sneaker', false),
    say('', 'Sneaker', true),
    { ...say('Hoodie', 'Hoodie', true), truth: 'ambiguous' },
  ])
  expect([right, rightOfTen]).toEqual([1 / 3, 1 / 3])
  expect(perKind.Sneaker).toEqual({ n: 2, classRight: 1, said: 1, precision: 1, recall: 1 / 2, badged: 1 })
  expect(perKind.Boot).toEqual({ n: 1, classRight: 1, said: 1, precision: 0, recall: 0, badged: 1 })
  expect(perKind.Hoodie).toMatchObject({ n: 1, classRight: null, badged: 1 })
  expect(Object.keys(perKind)).toEqual(['Sneaker', 'Boot', 'Hoodie'])
})

test('counts a folder named by kind towards its class, and hoodies as ambiguous', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'apparel-'))
  for (const name of ['Boot', 'Shoes', 'ambiguous', 'Hoodie', 'Spoon']) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'a.jpg'), '')
  }
  const { pictures, strangers } = await listPictures(folder)
  await rm(folder, { recursive: true })
  expect(pictures.map(({ truth, kind }) => [truth, kind])).toEqual([
    ['Shoes', undefined],
    ['ambiguous', undefined],
    ['Shoes', 'Boot'],
    ['ambiguous', 'Hoodie'],
  ])
  expect(strangers).toEqual(['Spoon'])
})
