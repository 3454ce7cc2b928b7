import { toOwnName } from '../../learning/said.ts'
import type { JsonTag } from '../export/json-format.ts'
import { isLabel } from '../labels.ts'

type Check = (value: unknown) => boolean

const ownFields = {
  own: value => typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value),
  ownName: value => typeof value === 'string' && toOwnName(value) === value,
} satisfies Record<string, Check>

const untoldFields: Record<keyof NonNullable<JsonTag['untold']>, Check> = {
  ...ownFields,
  garment: value => value === 'none' || isLabel(value),
  kind: isLabel,
  byUser: value => value === 'learned',
  confidence: value => typeof value === 'number' && value >= 0 && value <= 1,
}

/** The checks of the fields of a tag that say what the user has taught. All are optional. */
export const taughtFields = {
  ...ownFields,
  byUser: value => value === 'told' || value === 'learned',
  untold: isUntold,
} satisfies Record<string, Check>

function isUntold(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const isRight = ([field, one]: [string, unknown]) =>
    Object.hasOwn(untoldFields, field) && untoldFields[field as keyof typeof untoldFields](one)
  return Object.entries(value).every(isRight) && 'garment' in value && 'confidence' in value
}
