import type { HostPort } from '../inference/client/host-port.ts'
import type { readHere } from './core/answers/read-in-page.ts'
import type { Pointed } from './core/find/context-menu-target.ts'
import type { createStacks } from './core/overlay/occlusion/overlapping-pictures.ts'
import type { Overlay } from './core/overlay/overlay.ts'
import type { BadgedPage, Place } from './features/badges/badge-page.ts'

declare global {
  var apparelLens: Lens | undefined
}

/** What the extension's scripts in a page have in common: they share a world of their own. */
export interface Lens {
  port: HostPort
  overlay: Overlay
  /** Name of the overlay's element. */
  overlayName: string
  pointed(): Pointed
  /** How many garments there are in this frame. */
  garments(): number
  /** Undefined while nothing is badged here. */
  page(): BadgedPage | undefined
  /** Of the script that describes images: it hears what is known of each place. */
  onPlace?: (place: Place, isGone: boolean) => void
  /** Aborted when the extension was updated or removed under the page. */
  life: AbortSignal
  /** Takes a key for an answer, so that it does nothing else of ours. */
  spend(event: Event): void
  /** Of the reading script. */
  readHere?: typeof readHere
  /** Of the stacks script. */
  createStacks?: typeof createStacks
  /** The answer script is here. */
  canAnswer?: true
  /** The report script is here. */
  canReport?: true
}

/** The lens that is here already. An element of that id would be in its place as long as there is nothing of our own. */
export function lensHere(): Lens | undefined {
  return Object.hasOwn(globalThis, 'apparelLens') ? globalThis.apparelLens : undefined
}
