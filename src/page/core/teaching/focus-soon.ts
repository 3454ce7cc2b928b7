/** Frames after which a part that is still hidden gets no focus. */
const MAX_FRAMES = 30

/** Moves the focus to a part of the overlay once it is placed: until then it is hidden, and cannot take the focus. */
export function focusSoon(part: HTMLElement | null | undefined, frames = MAX_FRAMES): void {
  part?.focus({ preventScroll: true })
  if (frames > 0 && part?.isConnected && !part.matches(':focus'))
    requestAnimationFrame(() => focusSoon(part, frames - 1))
}
