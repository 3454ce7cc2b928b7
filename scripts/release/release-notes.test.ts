import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import pack from '../../package.json' with { type: 'json' }
import { root } from '../paths.ts'
import { checkTag, releaseNotes } from './release-notes.ts'

const changelog = (unreleased: string) => `# Changelog

## [Unreleased]
${unreleased}
## [1.1.0] - 2026-12-01

### Added

- Socks.

## [1.0.0] - 2026-11-01

- Hats.
`

it('takes the notes of the version', () => {
  expect(releaseNotes(changelog(''), '1.1.0')).toBe('### Added\n\n- Socks.\n')
  expect(releaseNotes(changelog(''), '1.0.0')).toBe('- Hats.\n')
})

it('takes what is not released yet before a release', () => {
  expect(releaseNotes(changelog('\n- Gloves.\n'), '1.1.0')).toBe('- Gloves.\n')
})

it('refuses a version of which the changelog says nothing', () => {
  expect(() => releaseNotes(changelog(''), '1.2.0')).toThrow('no changes for version 1.2.0')
})

it('accepts a tag only for a version whose changes are listed', () => {
  expect(() => checkTag('v1.1.0', changelog(''), '1.1.0')).not.toThrow()
  expect(() => checkTag('1.1.0', changelog(''), '1.1.0')).toThrow('The tag is 1.1.0')
  expect(() => checkTag('v1.1.0', changelog('\n- Gloves.\n'), '1.1.0')).toThrow('unreleased changes')
  expect(() => checkTag('v1.2.0', changelog(''), '1.2.0')).toThrow('no changes for version 1.2.0')
})

it("finds notes in this project's changelog", () => {
  expect(releaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), pack.version)).toMatch(/^- /m)
})
