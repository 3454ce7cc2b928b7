import { expect, it } from 'vitest'
import { canBeCopy, type PageCopy } from './page-copy.ts'

const file = { natural: { width: 300, height: 400 }, byteLength: 5000 }

it.each<[PageCopy | undefined, boolean]>([
  [undefined, true],
  [{ isReadable: true }, true],
  [{ isReadable: false, byteLength: 0 }, true],
  [{ isReadable: false, size: { width: 300, height: 400 } }, true],
  [{ isReadable: false, size: { width: 400, height: 300 } }, true],
  [{ isReadable: false, size: { width: 300, height: 300 } }, false],
  [{ isReadable: false, size: { width: 600, height: 800 } }, false],
  [{ isReadable: true, size: { width: 300, height: 400 }, byteLength: 5000 }, true],
  [{ isReadable: true, size: { width: 300, height: 400 }, byteLength: 5001 }, false],
  [{ isReadable: true, byteLength: 4999 }, false],
])('where the page shows %j, the file can be its copy: %j', (copy, expected) => {
  expect(canBeCopy(copy, file)).toBe(expected)
})
