/** What privileged code uses of Firefox's own interfaces, which have no types of their own. */
export interface FirefoxWindow {
  WebExtensionPolicy: { getByID(id: string): { extension: FirefoxExtension } | null }
  ChromeUtils: { importESModule(url: string): Record<string, never> }
  gBrowser: { tabs: Iterable<{ linkedBrowser: FrameLoaderOwner }> }
  document: Document
  Services: {
    wm: { getEnumerator(type: 'navigator:browser'): Iterable<FirefoxWindow> }
    obs: {
      addObserver(observer: (subject: object) => void, topic: string): void
      removeObserver(observer: (subject: object) => void, topic: string): void
    }
  }
}

/** An installed extension, in the parent process. */
interface FirefoxExtension {
  backgroundState: 'starting' | 'running' | 'suspending' | 'stopped'
  terminateBackground(options: { ignoreDevToolsAttached: boolean; disableResetIdleForTest: boolean }): Promise<void>
}

/** A `<browser>`: the element that shows a page. */
export interface FrameLoaderOwner extends Element {
  currentURI: { spec: string }
  messageManager: {
    loadFrameScript(url: string, allowDelayedLoad: boolean): void
    addMessageListener(name: string, listener: (message: { data: string }) => void): void
  }
}
