import { useState } from 'preact/hooks'
import { setFavourite } from '../history/tags/save-tags.ts'
import { text } from '../i18n/text.ts'
import type { HostPort } from '../inference/client/host-port.ts'
import { useHostStatus } from '../ui/engine/use-host-status.ts'
import { Toast } from '../ui/feedback/toast.tsx'
import { useHistoryCare } from '../ui/history/use-history-care.ts'
import { useSettings } from '../ui/page/use-settings.ts'
import { useAllShops } from '../ui/permissions/use-all-shops.ts'
import { useOwnKinds } from '../ui/teaching/use-own-kinds.ts'
import { usePasteAndDrop } from '../ui/upload/use-paste-and-drop.ts'
import { useUpload } from '../ui/upload/use-upload.ts'
import { EngineLine } from './engine-line.tsx'
import { History } from './history/history.tsx'
import { everything } from './history/search.ts'
import { useDeletion } from './history/use-deletion.ts'
import { type Newest, useTags } from './history/use-tags.ts'
import { TeachFromPage } from './page/teach-from-page.tsx'
import { UngrantedHosts } from './page/ungranted-hosts.tsx'
import { usePage } from './page/use-page.ts'
import { AllShopsSwitch } from './site/all-shops-switch.tsx'
import { SiteSwitch } from './site/site-switch.tsx'
import { useShopVerdict } from './site/use-shop-verdict.ts'
import { useSite } from './site/use-site.ts'
import { TopBar } from './top-bar.tsx'
import { TryPicture } from './upload/try-picture.tsx'

interface PopupProps {
  host: HostPort
  newest: Newest | undefined
  /** In a window of its own, which is about no page. */
  isInWindow: boolean
  /** After a right click on a page that the browser keeps all extensions off. */
  isBarred: boolean
}

/** The whole popup. Only this component knows where the data of each part comes from. */
export function Popup({ host, newest, isInWindow, isBarred }: PopupProps) {
  const settings = useSettings()
  useOwnKinds()
  const allShops = useAllShops(settings)
  const shop = useShopVerdict()
  const site = useSite(settings, allShops.isOn === true && shop?.isShop === true)
  const page = usePage(site.isOn)
  const status = useHostStatus(host)
  const attempt = useUpload(host)
  const [search, setSearch] = useState(everything)
  const tags = useTags(search, newest)
  const deletion = useDeletion()
  const { loss, dismiss } = useHistoryCare()
  const isDropping = usePasteAndDrop(attempt.takeFirst)

  return (
    <>
      <TopBar />
      <main>
        {!isInWindow && (
          <section class="this-page" aria-label={text('this_page')}>
            <SiteSwitch {...site} shop={shop} summary={page?.summary} />
            <AllShopsSwitch {...allShops} />
            {site.site && 'origin' in site.site && <TeachFromPage />}
          </section>
        )}
        <TryPicture {...attempt} host={host} isBarred={isBarred} />
        <History
          tags={tags}
          search={search}
          onSearch={setSearch}
          deletion={deletion}
          loss={loss}
          onDismissLoss={dismiss}
          onFavourite={({ id, favouriteSince }) =>
            void setFavourite([id], favouriteSince === undefined).catch(() => {})
          }
        />
      </main>
      {page && page.ungranted.length > 0 && <UngrantedHosts hosts={page.ungranted} />}
      <div class="toast-place" role="status">
        {deletion.deleted && (
          <Toast key={deletion.deleted} message={text('deleted')} onUndo={deletion.undo} onGone={deletion.forget} />
        )}
      </div>
      <footer>
        <EngineLine status={status} />
      </footer>
      {isDropping && <div class="drop-here">{text('try_drop')}</div>}
    </>
  )
}
