/** Reads a JSON file of the extension's package. */
export async function readJson(url: string): Promise<unknown> {
  return (await fetch(url)).json()
}

/** Reads a file of the extension's package. */
export async function readBytes(url: string): Promise<ArrayBuffer> {
  return (await fetch(url)).arrayBuffer()
}
