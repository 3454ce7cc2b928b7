/** `npm run shops`: what the shop detector says of each page written for it, and how often it is right. */
import { type JudgedPage, judgePages, shopFigures } from './shop-table/judged-pages.ts'
import { halves, readShopPages } from './shop-table/shop-pages.ts'

const wanted = halves.filter(half => process.argv.length < 3 || process.argv.includes(half))
const judged = judgePages(readShopPages()).filter(({ half }) => wanted.includes(half))

for (const half of wanted) {
  console.log(`\n${half}`)
  for (const page of judged.filter(page => page.half === half)) console.log(rowOf(page))
}
console.log()
for (const half of wanted)
  console.log(
    summary(
      half,
      judged.filter(page => page.half === half),
    ),
  )
if (wanted.length > 1) console.log(summary('all', judged))

function rowOf({ name, isShop, verdict }: JudgedPage): string {
  const mark = verdict.isShop === isShop ? ' ' : '✗'
  const reasons = verdict.reasons.map(({ id, weight, detail }) => `${detail ?? id} ${weight > 0 ? '+' : ''}${weight}`)
  const said = verdict.isShop ? 'shop' : 'no'
  return `${mark} ${name.padEnd(32)} ${(isShop ? 'shop' : 'no').padEnd(5)} ${said.padEnd(5)} ${String(verdict.score).padStart(3)}  ${reasons.join(', ')}`
}

function summary(title: string, pages: JudgedPage[]): string {
  const { precision, recall } = shopFigures(pages)
  const share = (value: number | null) => (value === null ? '–' : `${(100 * value).toFixed(1)} %`)
  return `${title.padEnd(9)} ${pages.length} pages   precision ${share(precision)}   recall ${share(recall)}`
}
