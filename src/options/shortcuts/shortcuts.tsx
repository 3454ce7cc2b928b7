import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { type TextKey, text } from '../../i18n/text.ts'
import { openShortcutPage } from '../../platform/shortcut-page.ts'
import { Section } from '../section.tsx'

/** Locale keys by the manifest's command names, in display order. */
const names: Record<string, TextKey> = {
  _execute_action: 'options_shortcut_popup',
  'toggle-site': 'options_shortcut_site',
  'open-history': 'options_shortcut_history',
  'mark-region': 'region_menu',
}

/** The current shortcuts, and a button to the browser's page where they can be changed. */
export function Shortcuts() {
  const keys = useKeys()
  return (
    <Section name="shortcuts" hint={text('options_shortcuts_hint')}>
      <dl class="rows">
        {Object.entries(names).map(([name, key]) => (
          <div key={name} class="row">
            <dt class="words">{text(key)}</dt>
            <dd>
              {keys &&
                (keys[name] ? <kbd>{keys[name]}</kbd> : <span class="soft">{text('options_shortcut_none')}</span>)}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="choose" onClick={() => void openShortcutPage()}>
        {text('options_shortcut_change')}
      </button>
    </Section>
  )
}

/** Reads the shortcuts again when the page regains focus, because the user may have changed them meanwhile. */
function useKeys(): Record<string, string | undefined> | undefined {
  const [keys, setKeys] = useState<Record<string, string | undefined>>()
  useEffect(() => {
    const look = async () => {
      const commands = await browser.commands.getAll()
      setKeys(Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut || undefined])))
    }
    void look()
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [])
  return keys
}
