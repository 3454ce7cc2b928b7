import type { Settings } from './schema.ts'
import { changeSettings } from './storage.ts'

/** Stores the user's choice for a site: badges on, off, or no choice. It takes precedence over shop detection. */
export function chooseSite(origin: string, choice: 'on' | 'off' | 'none'): Promise<Settings> {
  return changeSettings(({ sites, muted }) => {
    const without = (list: string[]) => list.filter(site => site !== origin)
    return {
      sites: choice === 'on' ? [...without(sites), origin] : without(sites),
      muted: choice === 'off' ? [...without(muted), origin] : without(muted),
    }
  })
}
