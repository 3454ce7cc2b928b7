import { garments } from '../../apparel/classes.ts'
import { onAbort } from '../../async/on-abort.ts'
import { type BadgeChoices, initialBadges } from '../../settings/active-sites.ts'

/** Which badges the user wants, and how they look. */
export interface Choices {
  /** The choices in force. Nothing gets a badge until the settings have been read. */
  current(): BadgeChoices
  /** Calls back after each change until the signal is aborted. */
  watch(callback: (choices: BadgeChoices) => void, signal: AbortSignal): void
}

const unread: BadgeChoices = { ...initialBadges, classesOff: garments, pageWords: false }

export function createChoices(): { choices: Choices; set(choices: BadgeChoices): void } {
  let current = unread
  const callbacks = new Set<(choices: BadgeChoices) => void>()
  return {
    choices: {
      current: () => current,
      watch: (callback, signal) => {
        callbacks.add(callback)
        onAbort(signal, () => callbacks.delete(callback))
      },
    },
    set: choices => {
      const isSame = JSON.stringify(choices) === JSON.stringify(current)
      current = choices
      if (!isSame) for (const callback of callbacks) callback(choices)
    },
  }
}
