import messages from '../../../public/_locales/en/messages.json' with { type: 'json' }

/** The extension's texts in English. */
export { messages }

/**
 * The reason that a text of the extension gives, `not_a_picture` for `failure_not_a_picture`.
 * @param prefix of the names of such texts
 * @returns undefined if it is none of them
 */
export function reasonIn(text: string, prefix: 'failure_' | 'import_' | 'history_'): string | undefined {
  const matching = Object.entries(messages)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, { message }]) => ({ name, fixed: message.split(/\$\d/).map(part => part.trim()) }))
    .filter(({ fixed }) => fixed.every(part => text.includes(part)))
  // Parts of one text may occur in another; the one with more of them is meant.
  const [best] = matching.sort((a, b) => b.fixed.join('').length - a.fixed.join('').length)
  return best?.name.slice(prefix.length)
}
