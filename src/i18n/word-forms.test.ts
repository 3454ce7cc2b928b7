import { expect, it } from 'vitest'
import { fold } from '../history/search/fold.ts'
import { wordForms } from './word-forms.ts'

it.each([
  ['en', 'Sneaker', 'sneakers'],
  ['en-GB', 'Dress', 'dresses'],
  ['en', 'Scarf', 'scarves'],
  ['en', 'Tank Top', 'tops'],
  ['en', 'T-Shirt', 'tshirts'],
  ['de', 'Stiefel', 'stiefeln'],
  ['de', 'Rock', 'röcke'],
  ['de', 'Kleid', 'Kleider'],
  ['de', 'Hose', 'Hosen'],
  ['de', 'Schuhe', 'schuh'],
  ['fr', 'Manteau', 'manteaux'],
  ['fr', 'Sac à dos', 'sacs'],
  ['es', 'Pantalón', 'pantalones'],
  ['es', 'Botas', 'bota'],
  ['hi', 'चश्मा', 'चश्मे'],
  ['hi', 'जूते', 'जूता'],
  ['hi', 'टोपी', 'टोपियाँ'],
  ['ar', 'فستان', 'الفستان'],
])('%s: "%s" is also typed as "%s"', (language, name, typed) => {
  expect(fold(wordForms(name, language).join(' '))).toContain(fold(typed))
})

it('invents no forms where a language has none, and no words with another meaning', () => {
  expect(wordForms('ブーツ', 'ja')).toEqual(['ブーツ'])
  const forms = (name: string) => fold(wordForms(name, 'en').join(' '))
  expect(forms('Cap')).not.toContain(' cape')
  expect(forms('Boot')).not.toContain(' bootc')
  expect(forms('Suit')).not.toContain(' suite')
})
