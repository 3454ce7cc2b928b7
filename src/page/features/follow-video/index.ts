import { text } from '../../../i18n/text.ts'
import { handlePageMessages } from '../../../messages/handle.ts'
import { createNotices } from '../../core/overlay/notice.ts'
import type { PageCore } from '../../core/page-core.ts'
import { serveVideoPress } from '../../core/video-press.ts'
import type { Feature } from '../../feature.ts'
import { findVideo } from './find-video.ts'
import { startFollowing } from './follow-video.ts'
import type { FollowVideoMessages } from './messages.ts'

/** Marks the garments in a video while it plays. */
export const followVideo: Feature = { name: 'follow-video', isWanted: () => true, start }

function start(core: PageCore): void {
  const notify = createNotices(core.overlay, core.signal)
  let open: AbortController | undefined
  const follow = (video: HTMLVideoElement) => {
    open?.abort()
    open = new AbortController()
    startFollowing(core, video, open, notify)
  }
  const handlers = {
    'follow-video': ({ isElsewhere }: { isElsewhere: boolean }) => {
      open?.abort()
      if (isElsewhere) return notify(text('follow_elsewhere'))
      const video = findVideo(core.contextMenuTarget().elements)
      if (!video) return notify(text('follow_none'))
      follow(video)
    },
  }
  handlePageMessages<FollowVideoMessages>(handlers, core.signal)
  serveVideoPress(core.overlay, follow, core.signal)
  core.signal.addEventListener('abort', () => open?.abort(), { once: true })
}
