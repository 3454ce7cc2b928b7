/** Where an array lies in `learning.bin`. */
interface Placed {
  /** Bytes from the file's start, a multiple of 4. */
  offset: number
  type: 'float32' | 'int16' | 'int8' | 'uint8'
  shape: number[]
}

/** `learning.json`, which `training/learning_base.py` writes. */
export interface LearningHeader {
  /** Name of the network whose embeddings these are. */
  network: string
  /** Names of the kinds in `kindMeans`. */
  kinds: string[]
  /** Names of the kinds of the replayed pictures, in which `replayKind` counts. */
  replayKinds: string[]
  layout: Record<string, Placed>
}

/** What is known of a network's embeddings before anything is taught. Space: the projected one, of D dimensions. */
export interface LearningBase {
  network: string
  /** Of the features, [1280]. */
  mean: Float32Array
  /** From features to space, [1280, D] row by row. */
  projection: Float32Array
  /** Variance of the kinds' means in each dimension, [D]. Within a kind the variance is 1. */
  between: Float32Array
  /** Means of known kinds, each [D]. */
  kindMeans: Float32Array[]
  kindNames: string[]
  replay: Replayed[]
}

/** A held-out picture, to see what a new kind would take from the known ones. */
interface Replayed {
  /** [D] */
  place: Float32Array
  isNone: boolean
  kind: string
  /** 0 or 1: pictures of one group are in one fold. */
  fold: number
}

/** Opens the two files. */
export function openLearningBase(
  { network, kinds, replayKinds, layout }: LearningHeader,
  file: ArrayBuffer,
): LearningBase {
  const values = (name: string) => valuesOf(layout[name] as Placed, file)
  const rows = (name: string) => {
    const [, width = 0] = layout[name]?.shape ?? []
    const scale = layout[`${name}Scale`] ? values(`${name}Scale`) : undefined
    const all = Float32Array.from(values(name), (value, i) => value * (scale?.[i % width] ?? 1))
    return { all, each: Array.from({ length: all.length / width }, (_, i) => all.subarray(i * width, (i + 1) * width)) }
  }
  const [isNone, kind, fold] = ['replayIsNone', 'replayKind', 'replayFold'].map(values) as [Values, Values, Values]
  return {
    network,
    mean: Float32Array.from(values('mean')),
    projection: rows('projection').all,
    between: Float32Array.from(values('between')),
    kindMeans: rows('kindMeans').each,
    kindNames: kinds,
    replay: rows('replay').each.map((place, i) => ({
      place,
      isNone: isNone[i] === 1,
      kind: replayKinds[kind[i] ?? 0] ?? '',
      fold: fold[i] ?? 0,
    })),
  }
}

type Values = Float32Array | Int16Array | Int8Array | Uint8Array

function valuesOf({ offset, type, shape }: Placed, file: ArrayBuffer): Values {
  const types = { float32: Float32Array, int16: Int16Array, int8: Int8Array, uint8: Uint8Array }
  return new types[type](
    file,
    offset,
    shape.reduce((a, b) => a * b, 1),
  )
}
