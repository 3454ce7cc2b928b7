/** The report script. It comes with the popup, after the content script, and says what was seen; twice it does nothing. */
import browser from 'webextension-polyfill'
import { onAbort } from '../../../async/on-abort.ts'
import type { ToPage } from '../../../messages/page.ts'
import { type Lens, lensHere } from '../../lens.ts'
import type { PageSummary, PictureReport } from './picture-report.ts'
import { reportOn } from './report.ts'
import { summarise } from './summarise.ts'

function start(lens: Lens): void {
  lens.canReport = true
  const report = () =>
    lens
      .page()
      ?.pictures()
      .map(picture => reportOn(...picture)) ?? []
  const answer = (data: unknown): Promise<PictureReport[] | PageSummary> | undefined => {
    const message = data as ToPage | null | undefined
    if (message?.to !== 'page') return undefined
    if (message.type === 'report') return Promise.resolve(report())
    const choices = lens.page()?.choices()
    // Where nothing is badged there is nothing to count.
    return message.type === 'summarise' && choices ? Promise.resolve(summarise(report(), choices)) : undefined
  }
  browser.runtime.onMessage.addListener(answer)
  onAbort(lens.life, () => browser.runtime.onMessage.removeListener(answer))
}

const lens = lensHere()
if (lens && !lens.canReport) start(lens)
