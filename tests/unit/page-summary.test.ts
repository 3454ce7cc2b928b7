import { expect, it } from 'vitest'
import type { Answered, PictureOutcome, PictureReport } from '../../src/messages.ts'
import { summarise } from '../../src/page/summarise.ts'
import { addUp } from '../../src/popup/add-up.ts'

const box = { x: 0, y: 0, width: 100, height: 100 }
const report = (outcome: PictureOutcome, url = ''): PictureReport => ({ url, box, outcome })
const answered = (verdict: string) =>
  report({ state: 'answered', answer: { prediction: { verdict } } as unknown as Answered })
const unreachable = (url: string) => report({ state: 'answered', answer: { failure: 'unreachable' } }, url)

it('counts what became of pictures', () => {
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
  expect(summarise(reports)).toEqual({
    garments: 2,
    others: 2,
    open: 2,
    unread: { refused: 1, unreachable: 3 },
    skipped: { small: 2 },
    unreached: { 'https://cdn.example': 2 },
  })
})

it('counts nothing where there is nothing', () => {
  const nothing = { garments: 0, others: 0, open: 0, unread: {}, skipped: {}, unreached: {} }
  expect(summarise([])).toEqual(nothing)
  expect(addUp([])).toEqual(nothing)
})

it('adds up the frames of a page', () => {
  const frame = { garments: 1, others: 2, open: 3, unread: { refused: 1 }, skipped: { small: 1 }, unreached: {} }
  const other = { ...frame, unread: { refused: 2, empty: 1 }, unreached: { 'https://cdn.example': 4 } }
  expect(addUp([frame, other])).toEqual({
    garments: 2,
    others: 4,
    open: 6,
    unread: { refused: 3, empty: 1 },
    skipped: { small: 2 },
    unreached: { 'https://cdn.example': 4 },
  })
})
