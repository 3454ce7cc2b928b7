import type { GarmentSource, PictureSource } from '../../messages/host-port.ts'
import type { PageCopy } from './page-copy.ts'

/** A client's connection: the same object for all requests of a document. */
export interface Client {
  /** The requesting tab: tabs are served in turn. */
  tab: string
  /** URL of the requesting page, if it has one on the web. */
  page: string | undefined
}

/** A picture's source, and what is known of the page that shows it. */
export type PageSource = PictureSource & ShownBy

/** The same of a picture that is searched for garments. */
export type SearchedSource = GarmentSource &
  ShownBy & { /** Whether tags of its garments are wanted. */ keep?: boolean }

interface ShownBy {
  client?: Client
  /** Whether to tell the server which site shows the picture, as the page itself does. */
  asPage?: boolean | undefined
  /** Whether to give the server more time than usual. */
  isPatient?: boolean | undefined
  copy?: PageCopy | undefined
}

/** Requests for the same URL that are made in the same way get the same answer. */
export function keyOf(url: string, { asPage, isPatient }: Pick<ShownBy, 'asPage' | 'isPatient'>): string {
  return `${asPage ? 'as page ' : ''}${isPatient ? 'patiently ' : ''}${url}`
}
