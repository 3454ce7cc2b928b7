import type { Envelope } from './message.ts'

/** What the inference host's document answers, to the service worker alone. */
export interface HostMessages {
  /** It is about to be closed and disconnects from all clients. Replies when the tags of all its answers are stored. */
  retire(): void
}

export type ToHostDocument = Envelope<'host', HostMessages>
