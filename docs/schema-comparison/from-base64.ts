/** Node 20 has no `Uint8Array.fromBase64`. */
Object.assign(Uint8Array, { fromBase64: (text: string) => new Uint8Array(Buffer.from(text, 'base64')) })
