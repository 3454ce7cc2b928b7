export interface FollowVideoMessages {
  /**
   * Follows the video that the context menu was opened on, or else the most visible one.
   * @param args `isElsewhere` if the click was in a frame that no script of ours may enter
   */
  'follow-video'(args: { isElsewhere: boolean }): void
}
