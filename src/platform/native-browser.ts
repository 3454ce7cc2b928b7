import type { Browser } from 'webextension-polyfill'

/**
 * Replaces `webextension-polyfill` in the build. Every supported browser has a native `browser` namespace, which the polyfill
 * would return unchanged, at a cost of 10 kB per page.
 * (https://developer.chrome.com/docs/extensions/develop/concepts/browser-namespace)
 */
export default (globalThis as unknown as { browser: Browser }).browser
