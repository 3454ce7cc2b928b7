import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../paths.ts'
import { pathsIn } from './document-paths.ts'

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/release.md']

it.each(documents)('every path that %s names exists', document => {
  const paths = pathsIn(readFileSync(join(root, document), 'utf8'))
  expect(paths.length).toBeGreaterThan(0)
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
})

it('finds paths in code and in links, and nothing else', () => {
  const text =
    'See `src/ui/` and [more](bench/LOG.md#a), not `npm test`, `out/`, `src/<name>/` or [that](https://a.test/src/).'
  expect(pathsIn(text)).toEqual(['src/ui/', 'bench/LOG.md'])
})
