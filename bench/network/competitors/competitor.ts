/** A runtime of the network. Its input is RGB bytes [size, size, 3] per picture, as decoded. */
export interface Competitor {
  /** Computes the logits, one picture after the other. */
  run(pictures: Uint8Array[]): Promise<number[]>
  close(): void
}

/** @param batch number of pictures per run */
export type Open = (batch: number) => Promise<Competitor>

/** Converts the RGB bytes of all pictures to one array of `x/127.5 - 1`. */
export function normalise(pictures: Uint8Array[], into: Float32Array): void {
  let at = 0
  for (const picture of pictures)
    for (let i = 0; i < picture.length; i++) into[at++] = (picture[i] as number) / 127.5 - 1
}

/** The same with planar colours: [batch, 3, size, size]. */
export function normalisePlanes(pictures: Uint8Array[], into: Float32Array): void {
  let at = 0
  for (const picture of pictures)
    for (let colour = 0; colour < 3; colour++)
      for (let i = colour; i < picture.length; i += 3) into[at++] = (picture[i] as number) / 127.5 - 1
}

/** Imports a module from the folder of the benchmark pages; its type covers only what is used. */
export function importPeer<Module>(file: string): Promise<Module> {
  return import(/* @vite-ignore */ chrome.runtime.getURL(`peers/${file}`))
}

/** Fetches the network in a peer's format. */
export function modelUrl(file: string): string {
  return chrome.runtime.getURL(`peers/models/${file}`)
}
