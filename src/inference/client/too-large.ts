import type { FromHost, ToHost } from '../../messages/host-port.ts'

/** The replies to messages that are too large to be sent. */
export function tooLarge(messages: ToHost[]): FromHost[] {
  const failure = { failure: 'too_large' } as const
  return messages.flatMap((message): FromHost[] => {
    if (message.type === 'classify') return [{ type: 'answer', id: message.id, answer: failure }]
    return message.type === 'find-garments' ? [{ type: 'garments', id: message.id, result: failure }] : []
  })
}
