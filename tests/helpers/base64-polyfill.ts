/** Polyfills the base64 methods of Uint8Array, which Node 20 lacks, with the browsers' strictness. */
Object.assign(Uint8Array, {
  fromBase64(text: string) {
    const bytes = new Uint8Array(Buffer.from(text, 'base64'))
    if (Buffer.from(bytes).toString('base64') !== text.replace(/\s/g, '')) throw new SyntaxError('not base64')
    return bytes
  },
})
Object.assign(Uint8Array.prototype, {
  toBase64(this: Uint8Array) {
    return Buffer.from(this).toString('base64')
  },
})
