import { periodWords } from '../words/periods.ts'
import { hasPhrase, phrases } from '../words/phrases.ts'

/** Units of subscriptions and bookings, which the CLDR lacks. */
const perUnit =
  '(?:/|per|pro|par|por|al?|za|на|за) ?(?:user|seat|agent|member|person|people|pax|guest|serving|head|utilisateur|usuario|benutzer|nutzer|' +
  'personne|persona|pessoa|persoon|osob[ay]|orang|чел(?:овека)?|người|kişi|os|pers|mo|yr|pernight)(?!\\p{L})|' +
  '(?<!\\p{L})(?:p\\.p\\.|pppn|pcm|billed|monthly|annually|yearly|mensuel|monatlich|mensual(?:es)?|mensais|ежемесячно)(?!\\p{L})|/人|1人|1인'

const periods = phrases(periodWords)
const recurring = new RegExp(perUnit, 'iu')

/** Words for a period that stand before the price. */
const recurringBefore =
  /月額|年額|月费|月費|월정액|(?<!\p{L})(?:monthly|rent|miete|kaltmiete|warmmiete|loyer|alquiler|аренда)(?!\p{L})/iu

/** Characters after a price in which the period is written. */
const MAX_DISTANCE = 40

/**
 * Whether a price is for a period, a seat or a guest.
 * @param preceding text in the price's own element before it
 * @param following text after the price, with collapsed white space
 */
export function isRecurring(preceding: string, following: string): boolean {
  // What comes after the next number belongs to that: "$1,200 or $50/month".
  const [near = ''] =
    following
      .slice(0, MAX_DISTANCE)
      .replace(/\s*\/\s*/g, '/')
      .match(/^\P{Nd}*/u) ?? []
  return recurring.test(near) || hasPhrase(near, periods) || recurringBefore.test(preceding)
}
