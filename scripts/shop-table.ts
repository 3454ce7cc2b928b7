/**
 * `npm run shops`: prints the shop detector's verdict on each test page, with precision and recall. Covers all parts, or
 * those that are named: `npm run shops -- tuning`.
 */
import { type JudgedPage, judgePages, shopFigures } from './shop-table/judged-pages.ts'
import { firstEvaluations, type Part, parts, readShopPages } from './shop-table/shop-pages.ts'

const wanted = parts.filter(part => process.argv.length < 3 || process.argv.includes(part))
const judged = judgePages(readShopPages().filter(({ part }) => wanted.includes(part)))
const inPart = (part: Part) => judged.filter(page => page.part === part)

for (const part of wanted) console.log([`\n${part}`, ...inPart(part).map(rowOf)].join('\n'))
console.log()
for (const part of wanted) console.log(summary(part, inPart(part)))
if (wanted.length > 1) console.log(summary('all', judged))
for (const part of wanted)
  if (firstEvaluations[part]) console.log(`At its first evaluation, ${part}: ${firstEvaluations[part]}.`)

function rowOf({ name, isShop, verdict }: JudgedPage): string {
  const mark = verdict.isShop === isShop ? ' ' : '✗'
  const reasons = verdict.reasons.map(({ id, weight, detail }) => `${detail ?? id} ${weight > 0 ? '+' : ''}${weight}`)
  const said = verdict.isShop ? 'shop' : 'no'
  return `${mark} ${name.padEnd(32)} ${(isShop ? 'shop' : 'no').padEnd(5)} ${said.padEnd(5)} ${String(verdict.score).padStart(3)}  ${reasons.join(', ')}`
}

function summary(title: string, pages: JudgedPage[]): string {
  const { precision, recall } = shopFigures(pages)
  const share = (value: number | null) => (value === null ? '–' : `${(100 * value).toFixed(1)} %`)
  return `${title.padEnd(14)} ${pages.length} pages   precision ${share(precision)}   recall ${share(recall)}`
}
