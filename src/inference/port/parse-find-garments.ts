import type { GarmentSource, ToHost } from '../../messages/host-port.ts'
import { isCopy, isObject, isPriority, isProvenance, isSource } from './parse-fields.ts'

type FindGarments = Extract<ToHost, { type: 'find-garments' }>

/** Limits of pixels that a client has drawn: 8 MB. The host makes no use of more. */
const MAX_PIXELS = 2e6
const MAX_SIDE_PX = 8192

/** Parses `find-garments`; undefined if the message is invalid. @param id of the request */
export function parseFindGarments(data: object, id: number): FindGarments | undefined {
  const { source, priority, copy, asPage, isPatient, provenance, keep } = data as {
    [Key in keyof FindGarments]?: unknown
  }
  const from = sourceIn(source)
  if (!from || !isPriority(priority)) return undefined
  return {
    ...{ type: 'find-garments', id, source: from, priority },
    ...(isCopy(copy) && { copy }),
    ...(asPage === true && { asPage }),
    ...(isPatient === true && { isPatient }),
    ...(isProvenance(provenance) && { provenance }),
    ...(keep === true && { keep }),
  }
}

function sourceIn(source: unknown): GarmentSource | undefined {
  if (isSource(source)) return source
  const { data, width, height } = ((source ?? {}) as { pixels?: Record<string, unknown> }).pixels ?? {}
  if (!isObject(source) || !isSide(width) || !isSide(height) || width * height > MAX_PIXELS) return undefined
  if (!(data instanceof Uint8ClampedArray) || data.length !== width * height * 4) return undefined
  return { pixels: { data, width, height } }
}

function isSide(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_SIDE_PX
}
