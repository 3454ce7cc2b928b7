import { alone, either } from './label-patterns.ts'
import { hasPhrase, phrases } from './phrases.ts'
import { tradeNames } from './trade-names.ts'

/** What cards of homes, cars, rooms, tickets and quotations say, and cards of goods do not. */
export const otherTradeFacts = new RegExp(
  [
    // Areas, rooms and mileages
    '\\p{Nd}\\s?(?:m²|m2|m 2|㎡|м²|м2|кв\\.? ?м|坪|평|ft²|sq\\.? ?(?:ft|m|feet|meters?)|sqft)(?![\\p{L}\\p{Nd}])',
    '\\p{Nd}\\s?(?:beds?|baths?|bedrooms?|bathrooms?|hab\\.?|habitaciones|pièces|zimmer|комнат|комн|pokoje|pokoi|camere|quartos|slaapkamers|værelser|rum)(?!\\p{L})',
    '\\p{Nd}{2,3}[\\s.,]?\\p{Nd}{3}\\s?(?:km|км|mi|miles|mls)(?!\\p{L})',
    // Dates with a time; many shops say until when they send today
    '(?<![\\p{Nd}.,:])(?:\\p{Nd}{1,2}\\.? \\p{L}{3,9}|\\p{L}{3,9}\\.? \\p{Nd}{1,2})[.,]?(?: \\p{Nd}{4})?,?(?: \\P{Nd}{1,6})? (?:[01]?\\p{Nd}|2[0-3]):[0-5]\\p{Nd}(?![\\p{Nd}:])',
    // Changes of a share or a coin; discounts are whole per cents
    '[+−–-]\\s?\\p{Nd}+[.,]\\p{Nd}+\\s?%',
    // Amounts of work, travel and food
    '\\p{Nd}\\s?(?:hours?|horas|heures|stunden|ore|часов|lessons?|lectures?|aulas|students?|nights?|noches?|nuits?|nächte|notti|notte|ночей|ночи|noites?|guests?|seats|servings?|portions?|mins?|minutes|kcal)(?!\\p{L})',
    '\\p{Nd} (?:days?|días|jours|tage|дней) (?:tour|trip|viaje)|\\p{Nd}D ?\\p{Nd}N(?!\\p{L})',
    alone('raised', 'goal', 'serving', 'installs?', 'level \\p{Nd}'),
  ].join('|'),
  'iu',
)

/** Names of trades that sell no goods, and of pages that show sums. */
const otherTrades = either(
  alone(
    'real estate',
    'estate agen\\p{L}*',
    'propert(?:y|ies)',
    '(?:houses?|homes?|flats?|apartments?) (?:for sale|to rent)',
    'tickets?',
    'courses?',
    'tours?',
    '(?:travel|tour) (?:agenc\\p{L}+|packages?)',
    'vacations?',
    'flights?|vuelos|vols|flüge|voli|voos|loty|авиабилеты',
    'hotels',
    'restaurants',
    'rent(?:als?)?',
    'recipes?',
    'hosting',
    'хостинг',
    'domains?',
    'inbox',
    'pizzas?',
    'sushi',
    'burgers?',
    'суши',
    'роллов',
    'пицц\\p{L}*',
    'wiki\\p{L}*',
    'documentation',
    'dashboard',
    'admin',
    'pricing',
    'invoice',
    'donat(?:e|ion)',
    'cryptocurrenc\\p{L}+',
    '(?:hair|beauty|nail) salon',
    'menus?|menù|menú|speisekarte',
  ),
)

const translated = phrases(tradeNames)

/** Whether a title names a trade that sells no goods, or a page that shows other sums than prices. */
export function namesOtherTrade(title: string): boolean {
  // Most plurals of Western languages add an s.
  return (
    otherTrades.test(title) || hasPhrase(title, translated) || hasPhrase(title.replace(/s(?!\p{L})/gu, ''), translated)
  )
}
