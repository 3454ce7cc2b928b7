import type { Page } from 'puppeteer'

/** A page that is open in a browser with the extension. */
export interface Shown {
  page: Page
  /** Opens a page of the extension. */
  openOwnPage(): Promise<Page>
  /** Switches badges on for the page, and grants what this needs. */
  switchOn(): Promise<void>
  /** The texts of the badges on the page. */
  readBadges(): Promise<string[]>
  /** Resolves when the user has closed the browser. */
  closed: Promise<void>
  close(): Promise<void>
}
