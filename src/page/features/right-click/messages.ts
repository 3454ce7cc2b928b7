export interface RightClickMessages {
  /**
   * Answers a right click on what the browser recognises as an image.
   * @param args `isElsewhere` if the click was in a frame that no script of ours may enter
   */
  ask(args: { srcUrl: string; isElsewhere: boolean }): void
  /** Answers a right click on any other picture: what the context menu was opened on. */
  'ask-here'(): void
}
