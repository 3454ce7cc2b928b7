import { expect, it } from 'vitest'
import type { Answered } from '../../../apparel/answer.ts'
import { garments } from '../../../apparel/classes.ts'
import { sumSummaries } from '../../../popup/page/sum-summaries.ts'
import type { PictureOutcome, PictureReport } from './picture-report.ts'
import { summarise } from './summarise.ts'

const box = { x: 0, y: 0, width: 100, height: 100 }
const report = (outcome: PictureOutcome, url = ''): PictureReport => ({ url, box, outcome })
const answered = (verdict: string, rest: object = {}) => {
  const prediction = { verdict, garment: 'Shoes', confidence: 0.9, ...rest }
  return report({ state: 'answered', answer: { prediction } as unknown as Answered })
}
const every = { confidence: 0, classesOff: [], kinds: [], ownKinds: [], pageWords: true }
const unreachable = (url: string) => report({ state: 'answered', answer: { failure: 'unreachable' } }, url)

it('counts the outcomes of pictures', () => {
  const reports = [
    answered('garment'),
    answered('garment'),
    answered('none'),
    answered('unsure'),
    report({ state: 'waiting' }),
    report({ state: 'asking' }),
    report({ state: 'skipped', reason: 'small' }),
    report({ state: 'skipped', reason: 'small' }),
    report({ state: 'answered', answer: { failure: 'refused', detail: '403' } }, 'https://a.shop/1.jpg'),
    unreachable('https://cdn.example/1.jpg'),
    unreachable('https://cdn.example/2.jpg'),
    unreachable('blob:https://a.shop/1'),
  ]
  expect(summarise(reports, every)).toEqual({
    garments: 2,
    unwanted: 0,
    others: 2,
    open: 2,
    unread: { refused: 1, unreachable: 3 },
    skipped: { small: 2 },
    unreached: { 'https://cdn.example': 2 },
  })
})

it('counts badged garments, as the number on the button does', () => {
  const reports = [
    answered('garment'),
    answered('garment', { garment: 'Hat' }),
    answered('garment', { confidence: 0.6 }),
    answered('unsure'),
  ]
  const count = (choice: Parameters<typeof summarise>[1]) => {
    const { garments, unwanted, others } = summarise(reports, choice)
    return { garments, unwanted, others }
  }
  expect(count(every)).toEqual({ garments: 3, unwanted: 0, others: 1 })
  expect(count({ ...every, confidence: 0.8, classesOff: ['Hat'] })).toEqual({ garments: 1, unwanted: 2, others: 1 })
  expect(count({ ...every, classesOff: garments })).toEqual({ garments: 0, unwanted: 3, others: 1 })
})

it('counts what has a badge beside the ten garments', () => {
  const bag = { kind: { name: 'Bag', confidence: 0.9 } }
  const reports = [answered('garment'), answered('none', bag), answered('none')]
  expect(summarise(reports, every)).toMatchObject({ garments: 1, unwanted: 0, others: 2 })
  expect(summarise(reports, { ...every, kinds: ['Bag'] })).toMatchObject({ garments: 2, unwanted: 0, others: 1 })
})

it('counts what has a badge for a kind of the user’s own', () => {
  const kimono = { own: { id: 'a', name: 'Kimono', colour: '#aa3366', confidence: 0.9 } }
  const reports = [answered('none', kimono), answered('garment', kimono), answered('garment')]
  const ownKinds = (isBadged: boolean) => [{ id: 'a', name: 'Kimono', colour: '#aa3366', isBadged }]
  expect(summarise(reports, { ...every, ownKinds: ownKinds(true) })).toMatchObject({ garments: 3, others: 0 })
  expect(summarise(reports, { ...every, ownKinds: ownKinds(false) })).toMatchObject({ garments: 1 })
})

it('counts nothing for an empty page', () => {
  const nothing = { garments: 0, unwanted: 0, others: 0, open: 0, unread: {}, skipped: {}, unreached: {} }
  expect(summarise([], every)).toEqual(nothing)
  expect(sumSummaries([])).toEqual(nothing)
})

it('adds up the frames of a page', () => {
  const frame = {
    garments: 1,
    unwanted: 1,
    others: 2,
    open: 3,
    unread: { refused: 1 },
    skipped: { small: 1 },
    unreached: {},
  }
  const other = { ...frame, unread: { refused: 2, empty: 1 }, unreached: { 'https://cdn.example': 4 } }
  expect(sumSummaries([frame, other])).toEqual({
    garments: 2,
    unwanted: 2,
    others: 4,
    open: 6,
    unread: { refused: 3, empty: 1 },
    skipped: { small: 2 },
    unreached: { 'https://cdn.example': 4 },
  })
})

it('counts what badges show: with the page’s words while they are heard', () => {
  const lifted = answered('unsure')
  const { answer } = lifted.outcome as { answer: Answered }
  answer.worded = { ...answer.prediction, verdict: 'garment' }
  expect(summarise([lifted], every)).toMatchObject({ garments: 1, others: 0 })
  expect(summarise([lifted], { ...every, pageWords: false })).toMatchObject({ garments: 0, others: 1 })
})
