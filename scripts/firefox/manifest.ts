import type chromium from '../../manifest.json'

/** The oldest Firefox on which the extension was tried: the extended support release of 2026. */
export const OLDEST_FIREFOX = 153

/** What identifies the extension to Firefox and its store. Never change it: the store would take it for another extension. */
export const FIREFOX_ID = 'apparel-lens@apparel-lens'

/** Permissions that only Chromium knows. */
const CHROMIUM_PERMISSIONS = ['offscreen']

/**
 * Shortcuts that differ. On Windows and Linux, Alt with a letter opens a menu of Firefox's window, with or without Shift. These letters
 * and G open none, in any language that we have.
 */
const SHORTCUTS = { _execute_action: 'Alt+Shift+K', 'open-history': 'Alt+Shift+J', 'mark-region': 'Alt+Shift+R' }

/**
 * Firefox's manifest: an event page in place of the service worker and the offscreen document, and nothing that only
 * Chromium knows. Messages are cloned without being asked for.
 */
export function firefoxManifest({
  minimum_chrome_version: _,
  message_serialization: __,
  background: { service_worker, type },
  permissions,
  commands,
  ...shared
}: typeof chromium) {
  return {
    ...shared,
    commands: Object.fromEntries(
      Object.entries(commands).map(([name, command]) => [
        name,
        {
          ...command,
          suggested_key: { default: SHORTCUTS[name as keyof typeof SHORTCUTS] ?? command.suggested_key.default },
        },
      ]),
    ),
    background: { scripts: [service_worker], type },
    permissions: permissions.filter(permission => !CHROMIUM_PERMISSIONS.includes(permission)),
    browser_specific_settings: {
      gecko: {
        id: FIREFOX_ID,
        strict_min_version: `${OLDEST_FIREFOX}.0`,
        data_collection_permissions: { required: ['none'] },
      },
    },
  }
}
