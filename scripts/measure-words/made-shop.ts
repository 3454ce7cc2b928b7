import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MadeName } from './made-names.ts'

/** A card of a page. */
interface Card extends MadeName {
  file: string
}

/** The ways in which shops put a name beside a picture. */
const layouts: ((src: string, name: string) => string)[] = [
  (src, name) => `<li><a href="/p/1"><img src="${src}" alt=""></a><h3>${name}</h3><p>€ 24.90</p></li>`,
  (src, name) => `<li><a href="/p/1"><img src="${src}" alt="${name}"></a><p>€ 24.90</p></li>`,
  (src, name) => `<li><figure><img src="${src}"><figcaption>${name}</figcaption></figure></li>`,
  (src, name) => `<li><a href="/p/1" title="${name}"><img src="${src}"></a><span>€ 24.90</span></li>`,
  (src, name) =>
    `<li><a href="/p/${encodeURIComponent(name.replaceAll(' ', '-'))}"><img src="${src}"></a><b>€ 24.90</b></li>`,
  (src, name) =>
    `<li><div><img src="${src}"></div><div><span>${name}</span><br><span>€ 24.90</span><button>Add to bag</button></div></li>`,
]

/** A shop on the loopback interface. */
export interface MadeShop {
  /** Publishes a page of cards. @returns its URL */
  page(cards: Card[]): string
  close(): void
}

export async function openMadeShop(): Promise<MadeShop> {
  const pages: Card[][] = []
  const server = createServer(async (request, response) => {
    const [, kind, page, card] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    const cards = pages[Number(page)]
    if (kind === 'page' && cards)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html(cards, Number(page)))
    else if (kind === 'picture' && cards?.[Number(card)]) response.end(await readFile(cards[Number(card)]?.file ?? ''))
    else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    page: cards => `http://127.0.0.1:${port}/page/${pages.push(cards) - 1}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function html(cards: Card[], page: number): string {
  const items = cards.map(({ name, language }, i) => {
    const layout = layouts[i % layouts.length] as (src: string, name: string) => string
    return layout(`/picture/${page}/${i}`, escaped(name)).replace('<li>', `<li lang="${language}">`)
  })
  return `<!doctype html><html lang="en"><title>Made shop</title><link rel="icon" href="data:,">
<style>ul { display: grid; grid-template-columns: repeat(8, 1fr); list-style: none } img { width: 140px; height: 140px }</style>
<ul>${items.join('\n')}</ul>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
}
