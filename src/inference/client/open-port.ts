import browser from 'webextension-polyfill'
import { INFERENCE } from '../../messages/host-port.ts'
import { sendToBackground } from '../../messages/send.ts'

/**
 * Wakes the inference host and opens a Port to it.
 * @throws Error if it cannot be woken, as in a stale extension context
 */
export async function openPort(): Promise<browser.Runtime.Port> {
  await sendToBackground('wake-host')
  return browser.runtime.connect({ name: INFERENCE })
}
