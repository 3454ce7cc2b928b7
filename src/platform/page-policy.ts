const OPEN_TIMEOUT_MS = 2000

/**
 * Whether the document's referrer policy tells other sites the origin. No script can read the policy, which a header or `<meta>`
 * sets. So this opens an empty frame, which gets the referrer that a picture of another site would get, and runs nothing.
 * @param place puts the frame into the page where the page does not see it
 */
export async function documentTellsOrigin(place: (frame: HTMLElement) => { remove(): void }): Promise<boolean> {
  const frame = document.createElement('iframe')
  frame.srcdoc = ''
  const opened = new Promise(resolve => {
    frame.onload = resolve
    // A page that removes what it does not know also keeps the frame from opening.
    setTimeout(resolve, OPEN_TIMEOUT_MS)
  })
  const placed = place(frame)
  await opened
  // A sandboxed page cannot look into its frames.
  const referrer = frame.contentDocument?.referrer
  placed.remove()
  return Boolean(referrer)
}
