/** What one post to a Port holds: a message, or several in a list. A post takes the browser about a millisecond whatever it holds. */
export type Batch<Message> = Message | Message[]
