import { jsonLdTypes } from './json-ld.ts'
import type { ShopReason } from './verdict.ts'

/** Elements with microdata or RDFa that are examined. */
const MAX_ELEMENTS = 300
const MAX_TYPE_LENGTH = 100

const products = new Set(['Product', 'ProductGroup', 'ProductModel', 'IndividualProduct', 'SomeProducts'])

const articles = new Set(
  'Article NewsArticle BlogPosting LiveBlogPosting Report Recipe HowTo DiscussionForumPosting SocialMediaPosting'.split(
    ' ',
  ),
)

const otherTrades = new Set(
  (
    'Hotel LodgingBusiness HotelRoom Restaurant FoodEstablishment Menu JobPosting Car Vehicle Motorcycle Apartment House ' +
    'SingleFamilyResidence Residence RealEstateListing SoftwareApplication MobileApplication WebApplication Course Book ' +
    'Flight BusTrip TrainTrip TouristTrip BankOrCreditUnion FinancialProduct BankAccount LoanOrCredit Museum'
  ).split(' '),
)

/** Reasons in the page's types of https://schema.org, given as JSON-LD, microdata or RDFa. */
export function typeReasons(page: Document): ShopReason[] {
  const types = new Set([...jsonLdTypes(page), ...markedTypes(page)].map(localName))
  const has = (test: (type: string) => boolean) => [...types].some(test)
  const reasons: ShopReason[] = []
  if (has(type => products.has(type))) reasons.push({ id: 'product', weight: 4 })
  if (has(type => articles.has(type))) reasons.push({ id: 'article', weight: -4 })
  if (has(type => otherTrades.has(type) || isEvent(type))) reasons.push({ id: 'other_trade', weight: -5 })
  return reasons
}

function markedTypes(page: Document): string[] {
  const marked = [...page.querySelectorAll('[itemtype], [typeof]')].slice(0, MAX_ELEMENTS)
  return marked.flatMap(element =>
    `${element.getAttribute('itemtype') ?? ''} ${element.getAttribute('typeof') ?? ''}`.trim().split(/\s+/),
  )
}

/** `Product` for `https://schema.org/Product`, `schema:Product` and `Product`. */
function localName(type: string): string {
  return type.slice(0, MAX_TYPE_LENGTH).replace(/^.*[/:#]/, '')
}

/** `MusicEvent` and the like, but not `SaleEvent`. */
function isEvent(type: string): boolean {
  return type.endsWith('Event') && type !== 'SaleEvent'
}
