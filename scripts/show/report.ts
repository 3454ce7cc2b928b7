import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isAnswered } from '../../src/apparel/answer.ts'
import { rowOf, statusInWords } from '../answer-table.ts'
import { askHost, hostStatus } from '../drive/ask-host.ts'
import { eventually } from '../drive/eventually.ts'
import { out } from '../paths.ts'
import { showWholePage } from '../shown-pictures.ts'
import type { Shown } from './shown.ts'

/**
 * Switches badges on for the page, prints what the extension sees in each picture, and saves a screenshot.
 * @throws Error if no picture was answered, or fewer badges appear than garments were found
 */
export async function report({ page, openOwnPage, switchOn, readBadges }: Shown): Promise<void> {
  const pictures = await showWholePage(page)
  const own = await openOwnPage()
  await switchOn()
  const answers = await askHost(
    own,
    pictures.map(({ url }) => url),
  )
  pictures.forEach(({ name }, i) => {
    console.log(rowOf(name, answers[i]))
  })
  const answered = answers.filter(isAnswered)
  console.log(`\n${answered.length} of ${pictures.length} pictures answered.\n${statusInWords(await hostStatus(own))}`)
  if (answered.length === 0) throw new Error('No picture was answered. The reasons are above.')
  const garments = answered.filter(({ prediction }) => prediction.verdict === 'garment').length
  await page.bringToFront()
  const badges = await eventually(readBadges, badges => badges.length >= garments)
  await mkdir(out, { recursive: true })
  const path = join(out, 'demo-shop.png')
  await page.screenshot({ path, fullPage: true })
  console.log(`${badges.length} badges on the page: ${path}`)
}
