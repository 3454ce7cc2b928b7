import { type ActiveSites, readActiveSites, watchActiveSites } from '../platform/active-sites.ts'
import { watchShop } from './shop/watch-shop.ts'

/** Says whether this page is to have badges: what the person chose for its site, else whether it is a shop. */
export function followChoice(callback: (isWanted: boolean) => void, signal: AbortSignal): void {
  let watching: AbortController | undefined

  const follow = ({ on, off, shops }: ActiveSites) => {
    const isOn = on.includes(location.origin)
    // A frame has what was chosen for its own site, but is no shop by itself: most are advertisements.
    const isUndecided = shops && !isOn && !off.includes(location.origin) && window === window.top
    if (isUndecided && watching) return
    watching?.abort()
    watching = isUndecided ? new AbortController() : undefined
    if (watching) watchShop(callback, AbortSignal.any([watching.signal, signal]))
    else callback(isOn)
  }
  watchActiveSites(follow, signal)
  void readActiveSites().then(follow)
}
