import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { isAnswered } from '../src/apparel/answer.ts'
import { rowOf, statusInWords } from './answer-table.ts'
import { askHost, hostStatus } from './drive/ask-host.ts'
import { eventually } from './drive/eventually.ts'
import type { Launched } from './drive/launch.ts'
import { readBadges } from './drive/overlay.ts'
import { popupUrl, switchOn } from './drive/popup.ts'
import { out } from './paths.ts'
import { showWholePage } from './shown-pictures.ts'

/**
 * Switches badges on for the page, prints what the extension sees in each picture, and saves a screenshot.
 * @throws Error if no picture was answered, or fewer badges appear than garments were found
 */
export async function report(launched: Launched, page: Page): Promise<void> {
  const pictures = await showWholePage(page)
  const own = await launched.browser.newPage()
  await own.goto(popupUrl(launched.extensionId))
  await switchOn(launched, page)
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
  const badges = await eventually(
    () => readBadges(page),
    badges => badges.length >= garments,
  )
  await mkdir(out, { recursive: true })
  const path = join(out, 'demo-shop.png')
  await page.screenshot({ path, fullPage: true })
  console.log(`${badges.length} badges on the page: ${path}`)
}
