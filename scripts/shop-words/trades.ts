import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales } from './locales.ts'

/** Trades of OpenStreetMap whose sites show pictures with prices and sell no goods. */
const trades = [
  'tourism/hotel',
  'amenity/restaurant',
  'amenity/fast_food',
  'amenity/car_rental',
  'leisure/fitness_centre',
  'office/estate_agent',
  'shop/travel_agency',
  'shop/ticket',
]

/** Names of these trades in all the languages. `folder` holds @openstreetmap/id-tagging-schema. */
export function tradeNames(folder: string): string[] {
  return locales.flatMap(locale => {
    const language = locale.replace('sr-Latn', 'sr').replace('zh-Hant', 'zh-TW')
    const file = join(folder, 'dist/translations', `${language}.json`)
    if (!existsSync(file)) return []
    const presets = JSON.parse(readFileSync(file, 'utf8'))[language]?.presets?.presets ?? {}
    return trades.flatMap(trade => {
      const { name = '', aliases = '' } = presets[trade] ?? {}
      return `${name}\n${aliases}`.split(/\s*[\n/,(]\s*/).filter(word => word.length > 3)
    })
  })
}
