import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { garments } from '../apparel/classes.ts'
import stored from './lexicon.json'
import { openLexicon, type StoredLexicon } from './lexicon.ts'
import { readWords } from './read-words.ts'

const lexicon = openLexicon(stored as StoredLexicon)

/** What names are read as: the kind, else the class; 'nothing' if nothing follows. */
function read(language: string, ...texts: string[]): string {
  const evidence = readWords({ language, texts }, lexicon)
  return evidence ? (evidence.kind ?? evidence.className) : 'nothing'
}

it.each([
  ['Jeans Jacket', 'Jacket'],
  ['T-Shirt Dress', 'Dress'],
  ['Men’s Oxford Shirt – Blue', 'Shirt'],
  ['Hawaiian Shirt', 'Shirt'],
  ['Shirt Dress in Linen', 'Dress'],
  ['Dress Shirt', 'Shirt'],
  ['Classic polo shirt, white', 'Polo'],
  ['Air Runner 90 Sneakers', 'Sneaker'],
  ['Slim Fit Jeans W32 L34', 'Jeans'],
  ['Bootcut jeans', 'Jeans'],
  ['Summer dress with belt', 'Dress'],
  ['Leather Watch Strap', 'none'],
  ['Watch Band for Apple Watch', 'none'],
  ['Shoe Cleaner', 'none'],
  ['Hat Box', 'none'],
  ['Trouser Press', 'none'],
  ['Jacket Potato', 'none'],
  ['Wall clock', 'none'],
  ['Hooded Sweatshirt', 'none'],
  ['Coin purse', 'Wallet'],
  ['Boxer shorts', 'Underwear'],
  ['Free & Fast Delivery', 'none'],
  ['Watch the video', 'nothing'],
  ['Watch now', 'nothing'],
  ['Shirt and trousers', 'nothing'],
  ['Shirt & shorts set', 'nothing'],
  ['Gifts for watch lovers', 'nothing'],
  ['Meadow no. 5', 'nothing'],
  ['', 'nothing'],
])('reads the English name %j as %s', (name, meaning) => {
  expect(read('en', name)).toBe(meaning)
})

it.each([
  ['de', 'Hemdbluse', 'Blouse'],
  ['de', 'Armbanduhr Automatik', 'Watch'],
  ['de', 'Herren-Turnschuh', 'Sneaker'],
  ['de', 'Damen Winterstiefel', 'Boot'],
  ['de', 'Handschuhe aus Leder', 'Gloves'],
  ['de', 'Blumenkleid', 'Dress'],
  ['de', 'Wanduhr aus Holz', 'none'],
  ['de', 'Hutschachtel', 'none'],
  ['de', 'Schuhputzmittel', 'none'],
  ['de', 'Kostenloser Versand', 'none'],
  ['fr', 'Chemise en jean', 'Shirt'],
  ['fr', 'Veste en jean brodée', 'Jacket'],
  ['fr', 'Robe chemise', 'Dress'],
  ['fr', 'Bracelet de montre', 'none'],
  ['fr', 'Lunettes de soleil rondes', 'Sunglasses'],
  ['fr', 'Baskets basses', 'Sneaker'],
  ['es', 'Zapatillas de correr', 'Sneaker'],
  ['es', 'Camisa vaquera', 'Shirt'],
  ['es', 'Pantalón corto', 'Shorts'],
  ['it', 'Occhiali da sole', 'Sunglasses'],
  ['it', 'Camicia di lino', 'Shirt'],
  ['pt', 'Tênis de corrida', 'Sneaker'],
  ['pt', 'Óculos de sol', 'Sunglasses'],
  ['nl', 'Leren herenschoenen', 'Shoes'],
  ['nl', 'Trompet', 'nothing'],
  ['pl', 'Koszula męska', 'Shirt'],
  ['pl', 'Koszulka z nadrukiem', 'T-Shirt'],
  ['pl', 'Koszulek', 'nothing'],
  ['pl', 'Spodnie dresowe', 'Joggers'],
  ['sv', 'Vinterjacka', 'Jacket'],
  ['da', 'Løbesko', 'Sneaker'],
  ['nb', 'Ullgenser', 'none'],
  ['fi', 'Miesten kauluspaita', 'Shirt'],
  ['fi', 'Aurinkolasit', 'Sunglasses'],
  ['fi', 'Talvikengät', 'Shoes'],
  ['cs', 'Pánské tričko', 'T-Shirt'],
  ['sk', 'Dámske topánky', 'Shoes'],
  ['hu', 'Férfi karóra', 'Watch'],
  ['hu', 'Bőrcipő', 'Shoes'],
  ['ro', 'Cămașă albă', 'Shirt'],
  ['el', 'Γυαλιά ηλίου', 'Sunglasses'],
  ['tr', 'Erkek kol saati', 'Watch'],
  ['tr', 'Spor ayakkabısı', 'Sneaker'],
  ['tr', 'Keten gömlekler', 'Shirt'],
  ['tr', 'Gömlek elbise', 'Dress'],
  ['ru', 'Футболка с принтом', 'T-Shirt'],
  ['ru', 'Кроссовки мужские', 'Sneaker'],
  ['ru', 'Ремешок для часов', 'none'],
  ['ru', 'Джинсовая куртка', 'Jacket'],
  ['cs', 'Košilové šaty', 'Dress'],
  ['uk', 'Чоловіча сорочка', 'Shirt'],
  ['bg', 'Мъжка риза', 'Shirt'],
  ['hr', 'Muška košulja', 'Shirt'],
  ['ar', 'القميص الأزرق', 'Shirt'],
  ['ar', 'ساعة يد رجالية', 'Watch'],
  ['ar', 'نظارة شمسية', 'Sunglasses'],
  ['he', 'נעלי ספורט לגברים', 'Sneaker'],
  ['he', 'השעון החכם', 'Smartwatch'],
  ['hi', 'पुरुषों की सूती शर्ट', 'Shirt'],
  ['hi', 'धूप का चश्मा', 'Sunglasses'],
  ['ja', 'リネンシャツ', 'Shirt'],
  ['ja', '無地Tシャツ', 'T-Shirt'],
  ['ja', 'シャツワンピース', 'Dress'],
  ['ja', '腕時計ケース', 'none'],
  ['ja', 'ブラックシャツ', 'Shirt'],
  ['ja', 'ブラック', 'nothing'],
  ['ko', '린넨셔츠원피스', 'Dress'],
  ['ko', '남성 반바지', 'Shorts'],
  ['zh', '男士休闲衬衫 包邮', 'Shirt'],
  ['zh', '连帽外套', 'Jacket'],
  ['zh', '手表表带', 'none'],
  ['zh-TW', '男款運動鞋', 'Sneaker'],
  ['th', 'เสื้อเชิ้ตผู้ชายแขนยาว', 'Shirt'],
  ['th', 'สายนาฬิกาหนัง', 'none'],
  ['vi', 'Áo sơ mi nam', 'Shirt'],
  ['vi', 'Giày thể thao', 'Sneaker'],
  ['vi', 'Rất đẹp', 'nothing'],
  ['id', 'Kemeja pria lengan panjang', 'Shirt'],
  ['id', 'Kaos kaki', 'Socks'],
])('reads the %s name %j as %s', (language, name, meaning) => {
  expect(read(language, name)).toBe(meaning)
})

it('reads English names on pages of other languages', () => {
  expect(read('fr', 'Jeans Jacket')).toBe('Jacket')
  expect(read('ja', 'Oxford Shirt')).toBe('Shirt')
})

it.each(['Close-up of the collar', 'Baskets', 'Hat trick', 'Model is wearing size M'])(
  'takes no English word for a foreign one: %s',
  name => {
    expect(read('en', name)).toBe('nothing')
  },
)

it('reads other languages on pages that declare English or nothing, if they agree', () => {
  expect(read('en', 'Chaussures d’été')).toBe('Shoes')
  expect(read('', 'Zonnebril voor dames')).toBe('Sunglasses')
  expect(read('', 'Slip')).toBe('nothing')
})

it('takes words that contradict each other for none', () => {
  expect(read('en', 'Blue shirt', 'Leather boots')).toBe('nothing')
  expect(read('en', 'Blue shirt', 'oxford shirt 1234')).toBe('Shirt')
})

it('hears a finer name beside a general one of the same class', () => {
  expect(read('en', 'Red shoe', 'Red running sneaker')).toBe('Sneaker')
})

it('ignores promises of the shop beside a name', () => {
  expect(read('en', 'Linen shirt', 'Free shipping')).toBe('Shirt')
})

it('ignores prose', () => {
  const prose =
    'Since our grandfather opened the workshop in 1921 we have cut every single one of them by hand here as a shirt'
  expect(read('en', prose)).toBe('nothing')
})

it('takes a picture in a row of small ones for an icon unless a word calls it a garment', () => {
  const icon = { language: 'en', isAmongIcons: true as const }
  expect(readWords({ ...icon, texts: ['Made to last'] }, lexicon)).toEqual({ className: 'none' })
  expect(readWords({ ...icon, texts: ['Harbour watch'] }, lexicon)).toEqual({ className: 'Watch' })
})

it.each(['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja'])('knows the names that badges have in %s', language => {
  const messages = JSON.parse(
    readFileSync(new URL(`../../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
  )
  const names = garments.map(garment => messages[`class_${garment.replace('-', '_')}`].message)
  expect(names.map(name => readWords({ language, texts: [name] }, lexicon)?.className)).toEqual([...garments])
})
