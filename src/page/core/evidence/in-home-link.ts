import { closestInPage } from '../dom/closest.ts'

/** The home page, perhaps of a language or country: `/`, `/en`, `/en-gb/`, `/index.html`. */
const HOME = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:index\.\w+)?$/i

/** Whether an element is in a link to the home page of its site, as logos are. */
export function isInHomeLink(element: Element): boolean {
  const link = closestInPage<HTMLAnchorElement>(element, 'a[href]')
  return link !== null && link.origin === location.origin && !link.search && !link.hash && HOME.test(link.pathname)
}
