import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Metadata } from 'sharp'
import { describe, expect, it } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { root } from '../paths.ts'

/**
 * The strictest limits of the stores, in characters: Edge Add-ons allows the shortest name (addons.mozilla.org 50, Chrome Web
 * Store 75), Chrome and Firefox the shortest summary, addons.mozilla.org the shortest description (Chrome Web Store 16,000).
 */
const LIMITS = { name: 45, summary: 132, description: 15_000 }
/** Of the Chrome Web Store, for the single purpose and for each permission. */
const JUSTIFICATION_LIMIT = 1000
const MAX_SCREENSHOTS = 5

const store = join(root, 'store')
const locales = readdirSync(join(root, 'public/_locales'))

it('has a description in each language of the extension', () => {
  expect(readdirSync(join(store, 'listing')).sort()).toEqual(locales.map(locale => `${locale}.txt`).sort())
})

describe.each(locales)('%s', locale => {
  const messages = JSON.parse(readFileSync(join(root, 'public/_locales', locale, 'messages.json'), 'utf8'))
  const description = readFileSync(join(store, 'listing', `${locale}.txt`), 'utf8')

  it("keeps the stores' limits", () => {
    expect(length(messages.name.message)).toBeLessThanOrEqual(LIMITS.name)
    expect(length(messages.description.message)).toBeLessThanOrEqual(LIMITS.summary)
    expect(length(description)).toBeLessThanOrEqual(LIMITS.description)
  })

  it('describes what English describes, as plain text', () => {
    const english = readFileSync(join(store, 'listing/en.txt'), 'utf8')
    expect(shape(description)).toEqual(shape(english))
    expect(description).not.toMatch(/[<>*_#`]|\]\(/)
    if (locale !== 'en') expect(paragraphs(description).filter(text => english.includes(text))).toEqual([])
  })
})

it('justifies each permission of the manifest and no other', () => {
  const wanted = [...manifest.permissions, ...manifest.optional_host_permissions]
  const sections = readSections('permissions.md')
  expect([...sections.keys()].flatMap(heading => heading.split(', ')).sort()).toEqual(wanted.sort())
  for (const [heading, text] of sections) {
    expect(length(text), heading).toBeGreaterThan(50)
    expect(length(text), heading).toBeLessThanOrEqual(JUSTIFICATION_LIMIT)
  }
})

it('states the single purpose within the limit', () => {
  const purpose = readSections('answers.md').get('Single purpose') ?? ''
  expect(length(purpose)).toBeGreaterThan(50)
  expect(length(purpose)).toBeLessThanOrEqual(JUSTIFICATION_LIMIT)
})

it('has screenshots and a tile of the sizes that the Chrome Web Store accepts', async () => {
  const screenshots = readdirSync(join(store, 'screenshots'))
  expect(screenshots.length).toBeGreaterThan(0)
  expect(screenshots.length).toBeLessThanOrEqual(MAX_SCREENSHOTS)
  for (const file of [...screenshots.map(name => `screenshots/${name}`), 'firefox/badges.jpg'])
    expect(await sizeOf(file), file).toMatchObject({ width: 1280, height: 800, hasAlpha: false })
  expect(await sizeOf('tile.png')).toMatchObject({ width: 440, height: 280, hasAlpha: false })
})

/** In characters, not UTF-16 code units. */
function length(text: string): number {
  return [...text.trim()].length
}

function paragraphs(text: string): string[] {
  return text.trim().split('\n').filter(Boolean)
}

/** Which lines are items of a list. */
function shape(text: string): boolean[] {
  return paragraphs(text).map(line => line.startsWith('• '))
}

/** The text under each second-level heading of a document of the listing. */
function readSections(file: string): Map<string, string> {
  const [, ...parts] = readFileSync(join(store, file), 'utf8').split(/^## /m)
  return new Map(
    parts.map(part => {
      const [heading = '', ...lines] = part.split('\n')
      return [heading.trim(), lines.join('\n').trim()]
    }),
  )
}

function sizeOf(file: string): Promise<Metadata> {
  return sharp(join(store, file)).metadata()
}
