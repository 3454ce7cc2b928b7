import type { ChoosePicturesMessages } from '../page/features/choose-pictures/messages.ts'
import type { FollowVideoMessages } from '../page/features/follow-video/messages.ts'
import type { MarkRegionMessages } from '../page/features/mark-region/messages.ts'
import type { OutfitMessages } from '../page/features/outfit/messages.ts'
import type { ReportMessages } from '../page/features/report/messages.ts'
import type { RightClickMessages } from '../page/features/right-click/messages.ts'
import type { ShopMessages } from '../page/features/shop/messages.ts'
import type { PageStateMessages } from '../page/page-state.ts'

/** What our scripts in one frame of a page answer. Each feature declares its own messages. */
export interface PageMessages
  extends PageStateMessages,
    ChoosePicturesMessages,
    FollowVideoMessages,
    MarkRegionMessages,
    OutfitMessages,
    ReportMessages,
    RightClickMessages,
    ShopMessages {}
