import type { FailureReason } from '../../src/apparel/failure.ts'
import type { PictureKind, SkipReason } from '../../src/page/core/find/kinds.ts'

/** One way in which a page shows a picture, or something that is not a picture. */
export interface GalleryCase {
  name: string
  /** Markup that fills its parent. */
  html(picture: CasePicture): string
  /** How the content script classifies it; undefined if it is skipped or in a frame. */
  kind?: PictureKind
  /** Why it gets no badge: the reason for skipping it, or for a missing answer. */
  instead?: SkipReason | FailureReason
}

/** The picture of a case, with all its URLs. */
export interface CasePicture {
  /** Id of the case's element and name of its frame. */
  id: string
  url: string
  /** URL on the other site. */
  elsewhere: string
  data: string
  /** URL of a page of the shop that shows it, here and on the other site. */
  page: string
  pageElsewhere: string
}
