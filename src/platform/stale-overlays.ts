/** Removes what a stale extension context left on the page. In Chromium it still runs, and tidies up itself. */
export function removeStaleOverlays(): void {}
