/** Checks the field of a tag that says of which picture it is a part. */
export function isPart(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== 2 || !isRecord(value.box)) return false
  const { left, top, right, bottom, ...more } = value.box
  const isBox = [left, top, right, bottom].every(isFraction) && Object.keys(more).length === 0
  return typeof value.of === 'string' && /^[\da-f]{64}$/.test(value.of) && isBox
}

function isFraction(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
