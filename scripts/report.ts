import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { type Answer, isAnswered } from '../src/messages.ts'
import { askHost, hostStatus } from './drive/ask-host.ts'
import { eventually } from './drive/eventually.ts'
import type { Launched } from './drive/launch.ts'
import { readBadges } from './drive/overlay.ts'
import { popupUrl, switchOn } from './drive/popup.ts'
import { out } from './paths.ts'
import { type Picture, showWholePage } from './shown-pictures.ts'

/**
 * Switches badges on for the page, prints what the extension sees in each picture, and saves a picture of the page.
 * @throws Error where nothing was answered, or the badges do not follow the answers
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
  pictures.forEach((picture, i) => {
    print(picture, answers[i])
  })
  const answered = answers.filter(isAnswered)
  console.log(`\n${answered.length} of ${pictures.length} pictures answered. ${JSON.stringify(await hostStatus(own))}`)
  if (answered.length === 0) throw new Error('Nothing was answered: the reasons are above.')
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

function print({ name }: Picture, answer: Answer | undefined): void {
  const cells = !answer
    ? ['no answer']
    : !isAnswered(answer)
      ? [answer.failure, answer.detail ?? '']
      : describe(answer.prediction.verdict, answer)
  console.log([name.slice(0, 40).padEnd(40), ...cells].join('  '))
}

function describe(
  verdict: string,
  { prediction, milliseconds, backend }: Extract<Answer, { backend: string }>,
): string[] {
  const none = prediction.probabilities.at(-1) ?? 0
  const [label, confidence] = verdict === 'none' ? ['none', none] : [prediction.garment, prediction.confidence]
  return [
    (verdict === 'unsure' ? `${label}?` : label).padEnd(9),
    `${(100 * confidence).toFixed(0)} %`.padStart(5),
    // The page may have asked first: the network did not run again for us then.
    (milliseconds ? `${milliseconds.toFixed(0)} ms` : 'known').padStart(8),
    backend,
  ]
}
