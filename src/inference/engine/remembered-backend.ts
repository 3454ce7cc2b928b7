import type { Backend } from '../../network/backend.ts'

/**
 * Stores the measured choice, so that a slow GPU is not measured at each start. It is valid for one GPU, one browser and
 * one version of the extension. It uses `localStorage` because an offscreen document has no `storage.local`.
 */
export async function remember(backend: Backend): Promise<void> {
  localStorage.setItem('backend', JSON.stringify({ backend, machine: await machine() }))
}

/** The backend that was chosen on this machine; undefined if it was never measured. */
export async function readRemembered(): Promise<Backend | undefined> {
  try {
    const stored = JSON.parse(localStorage.getItem('backend') ?? 'null')
    return stored && stored.machine === (await machine()) ? stored.backend : undefined
  } catch {
    return undefined
  }
}

async function machine(): Promise<string> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'low-power' })
  const { vendor, architecture, description } = adapter?.info ?? {}
  return [chrome.runtime.getManifest().version, navigator.userAgent, vendor, architecture, description].join('|')
}
