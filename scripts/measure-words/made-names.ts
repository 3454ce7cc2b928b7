import { type ApparelClass, garments } from '../../src/apparel/classes.ts'
import type { Concept } from '../../src/words/concepts.ts'
import { evidenceOfConcept } from '../../src/words/concepts.ts'
import type { StoredLexicon } from '../../src/words/lexicon.ts'

/** A name in the manner of shops. */
export interface MadeName {
  language: string
  name: string
}

/** Names that say nothing of the thing. */
const BRANDS = ['Larch & Loom', 'Meadow', 'Harbour No. 7', 'Fjord', 'Tuesday', 'Aurelia']

/** Makes names of garments and other things in all languages of the lexicon, in turn, from its own words. */
export class NameMaker {
  #made = 0
  readonly #languages: string[]
  readonly #lexicon: StoredLexicon

  constructor(lexicon: StoredLexicon) {
    this.#lexicon = lexicon
    this.#languages = Object.keys(lexicon)
  }

  /**
   * A name that holds a word for the thing: of its kind if the lexicon has one, else of its class.
   * @param kind '' if unknown
   */
  nameOf(className: ApparelClass, kind: string): MadeName {
    const language = this.#nextLanguage()
    const words = this.#lexicon[language]?.words ?? {}
    const concepts = Object.keys(words).filter(one => evidenceOfConcept(one as Concept)?.className === className)
    const concept = concepts.includes(kind) ? kind : concepts.includes(className) ? className : concepts[0]
    const { cldr = [], byHand = [] } = words[concept ?? ''] ?? {}
    const word = [...cldr, ...byHand].find(one => !one.endsWith('*'))?.replace(/^\+/, '')
    return word ? { language, name: this.#withBrand(word, language) } : this.brand()
  }

  /** The name of a garment that is another one than the picture's. */
  wrongNameOf(className: ApparelClass): MadeName {
    const others = garments.filter(name => name !== className)
    return this.nameOf(others[this.#made % others.length] ?? 'Hat', '')
  }

  /** A name without any word for the thing. */
  brand(): MadeName {
    return { language: this.#nextLanguage(), name: BRANDS[this.#made % BRANDS.length] ?? '' }
  }

  #nextLanguage(): string {
    return this.#languages[this.#made++ % this.#languages.length] ?? 'en'
  }

  /** The brand stands where the head of a name does not. */
  #withBrand(word: string, language: string): string {
    const brand = BRANDS[this.#made % BRANDS.length]
    return this.#lexicon[language]?.head === 'first' ? `${word} ${brand}` : `${brand} ${word}`
  }
}
