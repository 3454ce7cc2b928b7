import browser from 'webextension-polyfill'
import { text } from '../../i18n/text.ts'
import { sendToBackground } from '../../messages/send.ts'

/** Lets the user choose pictures of the active tab to teach from. The popup closes, because it lies above them. */
export function TeachFromPage() {
  const onClick = async () => {
    const [{ id: tabId = browser.tabs.TAB_ID_NONE } = {}] = await browser.tabs.query({
      active: true,
      currentWindow: true,
    })
    await sendToBackground('choose-pictures', { tabId })
    window.close()
  }
  return (
    <button type="button" class="link teach-page" onClick={() => void onClick()}>
      {text('choose_menu')}
    </button>
  )
}
