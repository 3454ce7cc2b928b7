/** Origin of a web page; '' for everything else. */
export function originOfPage(pageUrl: string | undefined): string {
  return pageUrl && /^https?:/.test(pageUrl) && URL.canParse(pageUrl) ? new URL(pageUrl).origin : ''
}
