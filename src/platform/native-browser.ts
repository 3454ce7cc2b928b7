import type { Browser } from 'webextension-polyfill'

/**
 * What the build puts in the place of `webextension-polyfill`: every browser that is supported has the `browser` namespace
 * of its own, which the polyfill would pass on unchanged, for 10 kB in each page.
 * (https://developer.chrome.com/docs/extensions/develop/concepts/browser-namespace)
 */
export default (globalThis as unknown as { browser: Browser }).browser
