import { beforeEach, expect, it, vi } from 'vitest'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { Answers } from './answers/answers.ts'
import type { PicturePlace } from './answers/picture-places.ts'
import type { Overlay } from './overlay/overlay.ts'
import { createPictures } from './pictures.ts'

interface Watch {
  events: { changed(place: PicturePlace): void; gone(place: PicturePlace): void; moved(): void }
  signal: AbortSignal
}

const watches: Watch[] = []
const place = {} as PicturePlace

vi.mock('./answers/picture-places.ts', () => ({
  watchPlaces: (_port: HostPort, _answers: Answers, events: Watch['events'], signal: AbortSignal) => {
    watches.push({ events, signal })
    return { values: () => [place], all: () => [[{}, { skipped: 'small' }, undefined]], retry: () => {} }
  },
}))
beforeEach(() => {
  watches.length = 0
})

function open() {
  const scheduleLayout = vi.fn()
  const pictures = createPictures({} as HostPort, {} as Answers, { scheduleLayout } as unknown as Overlay)
  return { pictures, scheduleLayout }
}

it('watches from the first subscriber until the last one leaves', () => {
  const { pictures } = open()
  expect(watches).toHaveLength(0)
  const [first, second] = [new AbortController(), new AbortController()]
  pictures.subscribe({}, first.signal)
  pictures.subscribe({}, second.signal)
  expect(watches).toHaveLength(1)
  first.abort()
  expect(watches[0]?.signal.aborted).toBe(false)
  second.abort()
  expect(watches[0]?.signal.aborted).toBe(true)
  pictures.subscribe({}, new AbortController().signal)
  expect(watches).toHaveLength(2)
})

it('has no places while nobody subscribes', () => {
  const { pictures } = open()
  expect([...pictures.places()]).toEqual([])
  expect(pictures.all()).toEqual([])
  const life = new AbortController()
  pictures.subscribe({}, life.signal)
  expect([...pictures.places()]).toEqual([place])
  life.abort()
  expect([...pictures.places()]).toEqual([])
})

it('reports the known places to a late subscriber', () => {
  const { pictures } = open()
  pictures.subscribe({}, new AbortController().signal)
  const changed = vi.fn()
  pictures.subscribe({ changed }, new AbortController().signal)
  expect(changed.mock.calls).toEqual([[place]])
})

it('passes events to current subscribers, and movements also to the overlay', () => {
  const { pictures, scheduleLayout } = open()
  const [gone, moved, left] = [vi.fn(), vi.fn(), vi.fn()]
  const life = new AbortController()
  pictures.subscribe({ gone, moved }, new AbortController().signal)
  pictures.subscribe({ gone: left }, life.signal)
  life.abort()
  watches[0]?.events.gone(place)
  watches[0]?.events.moved()
  expect(gone.mock.calls).toEqual([[place]])
  expect(left).not.toHaveBeenCalled()
  expect(moved).toHaveBeenCalledOnce()
  expect(scheduleLayout).toHaveBeenCalledOnce()
})
