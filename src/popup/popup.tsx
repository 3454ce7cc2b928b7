import type { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { changeSettings } from '../settings.ts'
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
import { SiteSwitch } from './site-switch.tsx'
import { useHistory } from './use-history.ts'
import { usePage } from './use-page.ts'
import { useShop } from './use-shop.ts'
import { useSite } from './use-site.ts'

/** The whole popup: the one place that knows where each part's data comes from. */
export function Popup({ host }: { host: HostPort }) {
  const settings = useSettings()
  const allShops = useAllShops(settings)
  const shop = useShop()
  const site = useSite(settings, allShops.isOn === true && shop?.isShop === true)
  const page = usePage(site.isOn)
  const status = useStatus(host)
  const attempt = useTry(host)
  const history = useHistory()
  const isDropping = useIncoming(attempt.takeFirst)

  return (
    <>
      <header>
        <h1>
          <img src="/icons/48.png" width="24" height="24" alt="" />
          {text('name')}
        </h1>
        <SiteSwitch {...site} shop={shop} summary={page?.summary} />
        <AllShops {...allShops} />
      </header>
      <main>
        {page && page.barred.length > 0 && <BarredHosts hosts={page.barred} />}
        <TryPicture {...attempt} />
        <History {...history} />
      </main>
      <div class="toast-place" role="status">
        {history.deleted && (
          <Toast key={history.deleted} says={text('deleted')} onUndo={history.undo} onGone={history.forget} />
        )}
      </div>
      <footer>
        <Engine status={status} backend={settings?.backend} onBackend={backend => void changeSettings({ backend })} />
      </footer>
      {isDropping && <div class="drop-here">{text('try_drop')}</div>}
    </>
  )
}
