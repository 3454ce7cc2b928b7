import { type Garment, garments } from '../apparel/classes.ts'
import { type KindGroup, kindGroups } from '../apparel/more-kinds.ts'
import type { Backend } from '../network/backend.ts'

/** How a badge looks: name and confidence, the name alone, or a dot that shows both on hover. */
export const badgeStyles = ['label', 'name', 'dot'] as const
export type BadgeStyle = (typeof badgeStyles)[number]

/**
 * Where a badge lies: `auto` picks a place where it covers nothing of the page's, the others name one corner for all
 * pictures. Start is left on a page that reads from left to right.
 */
export const badgePositions = ['auto', 'start-top', 'end-top', 'start-bottom', 'end-bottom'] as const
export type BadgePosition = (typeof badgePositions)[number]

/** Which garments of a picture get badges: the main one, or each that is found. */
export const badgedGarments = ['main', 'each'] as const
export type BadgedGarments = (typeof badgedGarments)[number]

/** What the user has chosen. `version` names the schema; `migrate` converts older ones. */
export interface Settings {
  version: 5
  /** Time of the last change, milliseconds since 1970; 0 if nothing was chosen yet, or before this field existed. */
  changedAt: number
  /** `auto` measures; anything else forces that backend, software adapters included. */
  backend: 'auto' | Backend
  /** Origins on which pictures are always badged, shops or not. */
  sites: string[]
  /** Origins on which pictures are never badged, shops or not. No origin is in both lists. */
  muted: string[]
  /** Badge every page that looks like a shop, unless the user has chosen for its site. */
  shops: boolean
  /** Number of tags in the history beyond which the oldest automatic ones are deleted. */
  retention: number
  /** Minimum confidence for a badge, on top of the network's own threshold per class. 0..1; 0 leaves it to the network. */
  confidence: number
  /** Garments that get no badges, in the order of `garments`. One that a later version adds is in no stored list. */
  classesOff: Garment[]
  /** What gets badges beside the ten garments, in the order of `kindGroups`. */
  moreKinds: KindGroup[]
  badgeStyle: BadgeStyle
  badgePosition: BadgePosition
  badgedGarments: BadgedGarments
  /** Give images without a description their garment's name as alt text. */
  altTexts: boolean
  /** Let the words beside a picture, such as its product's name, count where the picture alone is unsure. */
  pageWords: boolean
}

/** The smallest and the largest value of `retention`. */
export const retentionRange = { least: 100, most: 50_000 }

export const defaults: Settings = {
  version: 5,
  changedAt: 0,
  backend: 'auto',
  sites: [],
  muted: [],
  shops: false,
  retention: 5000,
  confidence: 0,
  classesOff: [],
  moreKinds: [],
  badgeStyle: 'label',
  badgePosition: 'auto',
  badgedGarments: 'main',
  altTexts: false,
  pageWords: true,
}

/** Replaces each missing or invalid field with its default, so that no stored state can break the extension. */
export function migrate(stored: unknown): Settings {
  const old = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  const { least, most } = retentionRange
  const sites = originsIn(old.sites)
  return {
    version: 5,
    changedAt: isWithin(old.changedAt, 0, Number.MAX_SAFE_INTEGER) ? old.changedAt : defaults.changedAt,
    backend: isOneOf(old.backend, ['webgpu', 'wasm'] as const) ? old.backend : defaults.backend,
    sites,
    muted: originsIn(old.muted).filter(site => !sites.includes(site)),
    shops: old.shops === true,
    retention:
      isWithin(old.retention, least, most) && Number.isInteger(old.retention) ? old.retention : defaults.retention,
    confidence: isWithin(old.confidence, 0, 1) ? old.confidence : defaults.confidence,
    classesOff: chosenFrom(garments, old.classesOff ?? garmentsLeftOut(old.classes)),
    moreKinds: chosenFrom(kindGroups, old.moreKinds),
    badgeStyle: isOneOf(old.badgeStyle, badgeStyles) ? old.badgeStyle : defaults.badgeStyle,
    badgePosition: isOneOf(old.badgePosition, badgePositions) ? old.badgePosition : defaults.badgePosition,
    badgedGarments: isOneOf(old.badgedGarments, badgedGarments) ? old.badgedGarments : defaults.badgedGarments,
    altTexts: old.altTexts === true,
    pageWords: old.pageWords !== false,
  }
}

function isWithin(stored: unknown, least: number, most: number): stored is number {
  return typeof stored === 'number' && stored >= least && stored <= most
}

function isOneOf<Choice extends string>(stored: unknown, choices: readonly Choice[]): stored is Choice {
  return choices.includes(stored as Choice)
}

function chosenFrom<Choice extends string>(choices: readonly Choice[], stored: unknown): Choice[] {
  return Array.isArray(stored) ? choices.filter(choice => stored.includes(choice)) : []
}

/**
 * Version 4 and older stored the garments that get badges. Whatever they left out of the garments that they knew was off; a
 * garment that was added since was not left out.
 */
function garmentsLeftOut(stored: unknown): Garment[] {
  return Array.isArray(stored) ? garmentsOfVersion4.filter(garment => !stored.includes(garment)) : []
}

const garmentsOfVersion4 = [
  'Goggles',
  'Hat',
  'Jacket',
  'Shirt',
  'Shoes',
  'Shorts',
  'T-Shirt',
  'Trouser',
  'Wallet',
  'Watch',
] as const satisfies Garment[]

function originsIn(stored: unknown): string[] {
  return Array.isArray(stored) ? [...new Set(stored.filter(isOrigin))] : []
}

function isOrigin(site: unknown): site is string {
  return typeof site === 'string' && /^https?:/.test(site) && URL.canParse(site) && new URL(site).origin === site
}
