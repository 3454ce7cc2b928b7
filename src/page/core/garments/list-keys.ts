import { guardKeys } from '../teaching/key-guard.ts'
import type { GarmentList } from './garment-list.ts'

/**
 * Lets the arrow keys step through a list of garments while the focus is in an element of ours. The page hears no key then, so
 * Escape closes here too.
 * @param list undefined while there is none
 */
export function handleListKeys(
  element: HTMLElement,
  list: () => GarmentList | undefined,
  close: () => void,
  closed: AbortSignal,
): void {
  const keydown = (event: KeyboardEvent) => {
    const shown = list()
    if (event.key === 'Escape') close()
    else if (shown && step(shown, event.key)) event.preventDefault()
  }
  guardKeys(element, { keydown }, closed)
}

/** Returns whether the key is for the list. */
function step(list: GarmentList, key: string): boolean {
  if (key === 'ArrowDown' || key === 'ArrowRight') list.step(1)
  else if (key === 'ArrowUp' || key === 'ArrowLeft') list.step(-1)
  else if (key === 'Home' || key === 'End') list.goTo(key === 'Home' ? 'first' : 'last')
  else return false
  return true
}
