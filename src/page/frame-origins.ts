/**
 * The origins for which the user may have switched badges on: that of the page in the tab and that of the frame. A frame
 * without an address, such as `srcdoc`, has the origin of the page that created it. A frame that its server puts into a
 * sandbox has an opaque origin, but still an address.
 */
export function frameOrigins(): string[] {
  return [...location.ancestorOrigins].slice(-1).concat(self.origin, location.origin)
}
