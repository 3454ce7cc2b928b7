/** A network that takes RGB bytes [size, size, 3] of each picture, as all of them come from the decoder. */
export interface Competitor {
  /** Its logits, for each picture in turn. */
  run(pictures: Uint8Array[]): Promise<number[]>
  close(): void
}

/** @param batch how many pictures will be run at once */
export type Open = (batch: number) => Promise<Competitor>

/** RGB bytes to `x/127.5 - 1`, all pictures in one. */
export function normalise(pictures: Uint8Array[], into: Float32Array): void {
  let at = 0
  for (const picture of pictures)
    for (let i = 0; i < picture.length; i++) into[at++] = (picture[i] as number) / 127.5 - 1
}

/** The same with each colour by itself: [batch, 3, size, size]. */
export function normalisePlanes(pictures: Uint8Array[], into: Float32Array): void {
  let at = 0
  for (const picture of pictures)
    for (let colour = 0; colour < 3; colour++)
      for (let i = colour; i < picture.length; i += 3) into[at++] = (picture[i] as number) / 127.5 - 1
}

/** A module that lies beside the benchmark's pages, of which only what is used is known. */
export function importPeer<Module>(file: string): Promise<Module> {
  return import(/* @vite-ignore */ chrome.runtime.getURL(`peers/${file}`))
}

/** A file of the network, in a peer's format. */
export function modelUrl(file: string): string {
  return chrome.runtime.getURL(`peers/models/${file}`)
}
