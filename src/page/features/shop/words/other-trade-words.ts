import { alone, either, wordsOf } from './label-patterns.ts'
import { tradeNames } from './trade-names.ts'

/** What cards of homes, cars, rooms, tickets and quotations say, and cards of goods do not. */
export const otherTradeFacts = new RegExp(
  [
    // Areas, rooms and mileages
    '\\p{Nd}\\s?(?:m²|m2|m 2|㎡|м²|м2|кв\\.? ?м|坪|평|ft²|sq\\.? ?(?:ft|m|feet|meters?)|sqft)(?![\\p{L}\\p{Nd}])',
    '\\p{Nd}\\s?(?:beds?|baths?|bedrooms?|bathrooms?|hab\\.?|habitaciones|pièces|zimmer|комнат|комн|pokoje|pokoi|camere|quartos|slaapkamers|værelser|rum)(?!\\p{L})',
    '\\p{Nd}{2,3}[\\s.,]?\\p{Nd}{3}\\s?(?:km|км|mi|miles|mls)(?!\\p{L})',
    // Times of events and lengths of videos, but not the three parts of a countdown
    '(?<![\\p{Nd}:.])(?:[01]?\\p{Nd}|2[0-3]):[0-5]\\p{Nd}(?![\\p{Nd}:])',
    // Changes of a share or a coin; discounts are whole per cents
    '[+−–-]\\s?\\p{Nd}+[.,]\\p{Nd}+\\s?%',
    // Amounts of work, travel and food
    '\\p{Nd}\\s?(?:hours?|horas|heures|stunden|ore|часов|lessons?|lectures?|aulas|students?|nights?|noches|nuits|nächte|ночей|guests?|seats|servings?|portions?|mins?|minutes|kcal)(?!\\p{L})',
    '\\p{Nd} (?:days?|días|jours|tage|дней) (?:tour|trip|viaje)|\\p{Nd}D ?\\p{Nd}N(?!\\p{L})',
    alone('raised', 'goal', 'serving', 'installs?', 'level \\p{Nd}'),
  ].join('|'),
  'iu',
)

/** What people do on sites that show prices and sell no goods. */
export const otherTradeActions = either(
  alone(
    'book(?:ing)?(?: a \\p{L}+)?(?: now| online)?',
    'reserv\\p{L}*',
    'réserv\\p{L}*',
    'rezerv\\p{L}*',
    'rezerw\\p{L}*',
    'prenot\\p{L}*',
    'buchen|jetzt buchen',
    'boek(?:en| nu)',
    'заброниров\\p{L}*',
    '(?:make a )?(?:donat(?:e|ion)|donar|spenden?|doneer|faire un don|doar)(?: now)?',
    'adopt(?: an? \\p{L}+)?',
    '(?:buy |get |comprar |bestel )?(?:tickets?|entradas|ingressos|biglietti|billets|bilety|билеты)',
    '(?:for )?rent(?: a \\p{L}+)?',
    'hire(?: \\p{L}+)?',
    'enroll?(?: now)?',
    'apply(?: now)?',
    'install(?:ieren|er)?',
    'free trial',
    '(?:call|contact|our) agents?',
    'contactar',
    '(?:free )?valuation',
    'post (?:an |your )?ad',
    'publica tu anuncio',
    'dodaj ogłoszenie',
    'inserieren',
    'подать объявление',
    'become a (?:seller|host|teacher|instructor)',
    'trainers?|instructors?|chefs?',
    'destinations?',
    'rooms?',
  ),
)

/** Names of trades that sell no goods, for the title of a page. */
export const otherTrades = new RegExp(
  `${wordsOf(tradeNames)}|${alone('real estate', 'estate agen\\p{L}*', 'propert(?:y|ies)', '(?:houses?|homes?|flats?|apartments?) (?:for sale|to rent)', 'tickets?', '(?:online )?courses?', 'courses?', 'tours?', 'travel', 'hotels', 'restaurants', 'rent(?:als?)?', 'recipes?', 'hosting', 'хостинг', 'domains?', 'inbox', 'pizzas?', 'sushi', 'burgers?', 'суши', 'роллов', 'пицц\\p{L}*', 'wiki\\p{L}*', 'documentation', 'dashboard', 'admin', 'pricing', 'invoice', 'donat(?:e|ion)', 'cryptocurrenc\\p{L}+', 'salon', 'menus?')}`,
  'iu',
)
