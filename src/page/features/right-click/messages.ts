export interface RightClickMessages {
  /** Answers a right click on what the browser recognises as an image. */
  ask(args: { srcUrl: string }): void
  /** Answers a right click on any other picture: what the context menu was opened on. */
  'ask-here'(): void
}
