/** The message that a case's expression makes, here rather than in the browser. */
export function messageOf(code: string): unknown {
  return new Function('location', `return (${code})`)({ origin: 'https://shop.example' })
}
