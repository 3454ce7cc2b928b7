/**
 * Caches drawings by name. A server that drew each time could take longer than the extension's deadline, and the test would
 * fail through its own fault.
 */
export function createDrawOnce<Picture>(): (name: string, draw: () => Promise<Picture>) => Promise<Picture> {
  const drawn = new Map<string, Promise<Picture>>()
  return (name, draw) => {
    const picture = drawn.get(name) ?? draw()
    drawn.set(name, picture)
    return picture
  }
}
