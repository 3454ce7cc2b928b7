import { expect, it } from 'vitest'
import { emojiShelves } from '../../scripts/demo-shop/emoji-shelves.ts'
import { widths } from '../../scripts/demo-shop/pictures.ts'
import { openDemoShop } from '../../scripts/demo-shop/server.ts'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { consentInFirefox } from '../../scripts/firefox/consent.ts'
import { isAnswered } from '../../src/apparel/answer.ts'
import { grant } from '../helpers/browser/grant.ts'
import { openSession } from '../helpers/browser/session.ts'
import { openFirefoxSession } from '../helpers/firefox/session.ts'

const SITE = 'http://127.0.0.1/*'

it('gives the same labels and probabilities as Chromium, to the last digit', async () => {
  const shop = await openDemoShop(emojiShelves)
  try {
    const urls = emojiShelves.flatMap(({ items }, shelf) =>
      items.flatMap((_, item) => widths.map(width => `${shop.url}pictures/${shelf}-${item}-${width}`)),
    )
    const [inFirefox, inChromium] = [await askFirefox(urls), await askChromium(urls)]
    expect(inFirefox).toHaveLength(urls.length)
    expect(inFirefox.every(isAnswered)).toBe(true)
    const predictions = (answers: typeof inFirefox) =>
      answers.map((answer, i) => ({
        url: new URL(urls[i] ?? '').pathname,
        ...(isAnswered(answer) ? answer.prediction : answer),
      }))
    expect(predictions(inFirefox)).toEqual(predictions(inChromium))
  } finally {
    shop.close()
  }
})

async function askFirefox(urls: string[]) {
  const session = await openFirefoxSession()
  try {
    await consentInFirefox(session.browser, [SITE])
    return await askHost(await session.openOwnPage('popup'), urls)
  } finally {
    await session.close()
  }
}

async function askChromium(urls: string[]) {
  const session = await openSession()
  try {
    await grant(session, [SITE])
    return await askHost(await session.openOwnPage(), urls)
  } finally {
    await session.close()
  }
}
