/**
 * The origins for which a person may have switched badges on: that of the page in the tab, and the frame's own. One
 * without an address, such as `srcdoc`, has the origin of the page that wrote it. One that its server puts into a sandbox
 * has none, but an address.
 */
export function frameOrigins(): string[] {
  return [...location.ancestorOrigins].slice(-1).concat(self.origin, location.origin)
}
