/** The answer script. It comes with a right click, after the content script, whose overlay it uses; twice it does nothing. */

import browser from 'webextension-polyfill'
import { onAbort } from '../../../async/on-abort.ts'
import type { ToPage } from '../../../messages/page.ts'
import { type Lens, lensHere } from '../../lens.ts'
import styles from './answer.css?inline'
import { answerHere, answerImage } from './answer-question.ts'

function start(lens: Lens): void {
  lens.canAnswer = true
  lens.overlay.style(styles)
  const answer = (data: unknown): undefined => {
    const message = data as ToPage | null | undefined
    if (message?.to !== 'page') return
    if (message.type === 'ask') void answerImage(message.srcUrl, lens)
    if (message.type === 'ask-here') void answerHere(lens)
  }
  browser.runtime.onMessage.addListener(answer)
  onAbort(lens.life, () => browser.runtime.onMessage.removeListener(answer))
}

const lens = lensHere()
if (lens && !lens.canAnswer) start(lens)
