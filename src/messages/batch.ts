/** What one post to a Port holds: a message, or several in a list. A post takes the browser about a millisecond whatever it holds. */
export type Batch<Message> = Message | Message[]

/** The messages of a post, in their order. */
export function messagesIn<Message>(batch: Batch<Message>): Message[] {
  return [batch].flat() as Message[]
}
