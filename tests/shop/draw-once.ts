/**
 * Draws what has a name, each only once: a server that draws for longer than the extension waits would be the test's own
 * fault.
 */
export function createDrawOnce<Picture>(): (name: string, draw: () => Promise<Picture>) => Promise<Picture> {
  const drawn = new Map<string, Promise<Picture>>()
  return (name, draw) => {
    const picture = drawn.get(name) ?? draw()
    drawn.set(name, picture)
    return picture
  }
}
