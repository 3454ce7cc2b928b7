import type { Box } from '../found-garment.ts'
import { overlapOf } from '../overlap.ts'
import type { NamedGarment } from '../picture-garments.ts'

/** Boxes of one class in two frames that overlap at least this much, as intersection over union, are of one garment. */
const LEAST_OVERLAP = 0.2
/** What a new frame counts against all before it. */
const NEW_SHARE = 0.6
/** Frames in a row in which a garment must be found before it is shown, and missed before it is hidden. */
const HITS_TO_APPEAR = 2
const MISSES_TO_VANISH = 2

/** A garment that is followed from frame to frame. */
interface Track {
  /** Smoothed. */
  garment: NamedGarment
  /** As it was found last. Its name counts once it is found twice in a row. */
  last: NamedGarment
  hits: number
  /** In a row. */
  misses: number
}

/** Follows garments through the frames of a video. */
export interface GarmentTracker {
  /**
   * Takes what was found in the next frame.
   * @returns what to show: it appears once it was found twice in a row and vanishes once it was missed twice; boxes and scores are
   *   smoothed over time. Garments keep their order.
   */
  update(found: readonly NamedGarment[]): NamedGarment[]
  /** Forgets everything, as after a seek. */
  reset(): void
}

export function createTracker(): GarmentTracker {
  let tracks: Track[] = []
  return {
    update: found => {
      const matches = matchUp(tracks, found)
      tracks = [
        ...tracks.flatMap(track => after(track, matches.get(track)) ?? []),
        ...found.filter(one => ![...matches.values()].includes(one)).map(begin),
      ]
      return tracks.filter(({ hits }) => hits >= HITS_TO_APPEAR).map(({ garment }) => garment)
    },
    reset: () => {
      tracks = []
    },
  }
}

/** Pairs tracks with what was found, those that overlap most first. */
function matchUp(tracks: readonly Track[], found: readonly NamedGarment[]): Map<Track, NamedGarment> {
  const pairs = tracks.flatMap(track =>
    found
      .filter(one => one.garment === track.garment.garment)
      // Against the last box too: the smoothed one lags behind what moves.
      .map(one => ({
        track,
        one,
        overlap: Math.max(...[track.garment, track.last].map(({ box }) => overlapOf(box, one.box))),
      })),
  )
  const matches = new Map<Track, NamedGarment>()
  const taken = new Set<NamedGarment>()
  for (const { track, one, overlap } of pairs.toSorted((a, b) => b.overlap - a.overlap)) {
    if (overlap < LEAST_OVERLAP || matches.has(track) || taken.has(one)) continue
    matches.set(track, one)
    taken.add(one)
  }
  return matches
}

function begin(one: NamedGarment): Track {
  return { garment: one, last: one, hits: 1, misses: 0 }
}

/** A track after one more frame; undefined once it has ended. */
function after(track: Track, one: NamedGarment | undefined): Track | undefined {
  if (one) return { garment: blend(track, one), last: one, hits: track.hits + 1, misses: 0 }
  const misses = track.misses + 1
  // What was never shown must be found twice in a row.
  return misses < MISSES_TO_VANISH && track.hits >= HITS_TO_APPEAR ? { ...track, misses } : undefined
}

function blend({ garment, last }: Track, one: NamedGarment): NamedGarment {
  const { kind: _, own: __, ...rest } = one
  const { kind, own } = isSameName(last, one) ? one : garment
  return {
    ...rest,
    score: mix(garment.score, one.score),
    box: mixBoxes(garment.box, one.box),
    ...(kind && { kind }),
    ...(own && { own }),
  }
}

function isSameName(a: NamedGarment, b: NamedGarment): boolean {
  return a.kind === b.kind && a.own?.id === b.own?.id
}

function mix(before: number, now: number): number {
  return before + (now - before) * NEW_SHARE
}

function mixBoxes(before: Box, now: Box): Box {
  return {
    left: mix(before.left, now.left),
    top: mix(before.top, now.top),
    right: mix(before.right, now.right),
    bottom: mix(before.bottom, now.bottom),
  }
}
