import { useState } from 'preact/hooks'
import { setFavourite } from '../history/tags/save-tags.ts'
import { text } from '../i18n/text.ts'
import type { HostPort } from '../inference/client/host-port.ts'
import { Toast } from '../ui/toast.tsx'
import { TryPicture } from '../ui/try-picture.tsx'
import { useAllShops } from '../ui/use-all-shops.ts'
import { useIncoming } from '../ui/use-incoming.ts'
import { useSettings } from '../ui/use-settings.ts'
import { useStatus } from '../ui/use-status.ts'
import { useTry } from '../ui/use-try.ts'
import { AllShops } from './all-shops.tsx'
import { BarredHosts } from './barred-hosts.tsx'
import { Engine } from './engine.tsx'
import { History } from './history.tsx'
import { everything } from './search.ts'
import { SiteSwitch } from './site-switch.tsx'
import { TopBar } from './top-bar.tsx'
import { useDeletion } from './use-deletion.ts'
import { usePage } from './use-page.ts'
import { useShop } from './use-shop.ts'
import { useSite } from './use-site.ts'
import { type Newest, useTags } from './use-tags.ts'

/** The whole popup: the one place that knows where each part's data comes from. */
export function Popup({ host, newest }: { host: HostPort; newest: Newest | undefined }) {
  const settings = useSettings()
  const allShops = useAllShops(settings)
  const shop = useShop()
  const site = useSite(settings, allShops.isOn === true && shop?.isShop === true)
  const page = usePage(site.isOn)
  const status = useStatus(host)
  const attempt = useTry(host)
  const [search, setSearch] = useState(everything)
  const tags = useTags(search, newest)
  const deletion = useDeletion()
  const isDropping = useIncoming(attempt.takeFirst)

  return (
    <>
      <TopBar />
      <main>
        <section class="this-page" aria-label={text('this_page')}>
          <SiteSwitch {...site} shop={shop} summary={page?.summary} />
          <AllShops {...allShops} />
        </section>
        <TryPicture {...attempt} />
        <History
          tags={tags}
          search={search}
          onSearch={setSearch}
          deletion={deletion}
          onFavourite={({ id, favouriteSince }) =>
            void setFavourite([id], favouriteSince === undefined).catch(() => {})
          }
        />
      </main>
      {page && page.barred.length > 0 && <BarredHosts hosts={page.barred} />}
      <div class="toast-place" role="status">
        {deletion.deleted && (
          <Toast key={deletion.deleted} says={text('deleted')} onUndo={deletion.undo} onGone={deletion.forget} />
        )}
      </div>
      <footer>
        <Engine status={status} />
      </footer>
      {isDropping && <div class="drop-here">{text('try_drop')}</div>}
    </>
  )
}
