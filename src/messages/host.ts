/** What the inference host's document answers; only the service worker may ask. */
export interface HostMessages {
  /** Disconnects from all clients, because the document is about to close. Replies when the tags of all answers are stored. */
  retire(): void
}
