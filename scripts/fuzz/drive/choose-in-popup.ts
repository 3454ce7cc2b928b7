import type { PictureCase } from '../make/picture-case.ts'
import type { Seen } from '../outcome.ts'
import { messages, reasonIn } from './texts.ts'
import { PATIENCE_MS, type World } from './world.ts'

/** Chooses files in the popup one after the other and reads what it says. Those without an answer are left out. */
export async function chooseInPopup({ popup, server }: World, pictures: PictureCase[]): Promise<Map<number, Seen>> {
  const seen = new Map<number, Seen>()
  for (const picture of pictures) {
    const name = `picture${picture.extension && `.${picture.extension}`}`
    const said = await popup.evaluate(
      choose,
      { url: server.file(picture), name, type: picture.type },
      messages.answer_looking.message,
      PATIENCE_MS,
    )
    if (said === undefined) break
    const failure = reasonIn(said, 'failure_')
    seen.set(picture.seed, failure ? { reason: failure } : said ? { answered: true } : { wrong: 'it says nothing' })
  }
  return seen
}

/** Runs in the popup. @returns what it says in the end; undefined if it goes on looking */
async function choose(
  file: { url: string; name: string; type: string },
  looking: string,
  patienceMs: number,
): Promise<string | undefined> {
  const bytes = await (await fetch(file.url)).arrayBuffer()
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) return undefined
  const data = new DataTransfer()
  data.items.add(new File([bytes], file.name, { type: file.type }))
  const verdict = () => document.querySelector('.verdict')?.textContent ?? ''
  return new Promise(resolve => {
    let hasLooked = false
    const watch = new MutationObserver(look)
    const timer = setTimeout(() => end(undefined), patienceMs)
    function look(): void {
      if (verdict() === looking) hasLooked = true
      else if (hasLooked) end(verdict())
    }
    function end(said: string | undefined): void {
      clearTimeout(timer)
      watch.disconnect()
      resolve(said)
    }
    watch.observe(document.body, { subtree: true, childList: true, characterData: true })
    input.files = data.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    look()
  })
}
