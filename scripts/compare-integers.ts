/**
 * Measures how integer arithmetic changes the network's answers: `npx tsx scripts/compare-integers.ts DIR [--model DIR]`,
 * where DIR holds `<class>/*`. The model card reports the result.
 */
import { parseArgs } from 'node:util'
import { judgeFolder } from './evaluation/judge.ts'
import { answerOf, figuresOf, isBadged } from './evaluation/metrics.ts'
import { openAsFloats } from './evaluation/reference-network.ts'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'
import { Refusal, runCommand } from './refusal.ts'

async function main(): Promise<void> {
  const options = { model: { type: 'string', default: MODEL } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [folder] = positionals
  if (!folder) throw new Refusal('usage: npx tsx scripts/compare-integers.ts DIR [--model DIR]')
  const { judged: floats } = await judgeFolder(folder, await openAsFloats(values.model))
  const { judged: integers } = await judgeFolder(folder, await openShippedNetwork(values.model))
  console.table(
    Object.entries({ floats, integers }).map(([name, judged]) => {
      const { closedTop1, top1, auroc, falseBadgeRate, coverage } = figuresOf(judged)
      return { name, closedTop1, top1, auroc, falseBadgeRate, coverage }
    }),
  )
  const pairs = floats.map((one, i) => [one, integers[i] ?? one] as const)
  const otherLabels = pairs.filter(([one, other]) => answerOf(one) !== answerOf(other)).length
  const otherBadges = pairs.filter(([one, other]) => badgeOf(one) !== badgeOf(other)).length
  console.log(
    `of ${pairs.length} pictures, ${otherLabels} change their label and ${otherBadges} change or lose their badge`,
  )
}

function badgeOf(one: Parameters<typeof isBadged>[0]): string {
  return isBadged(one) ? answerOf(one) : ''
}

await runCommand(main)
