/** The charge at which browsers start to save energy by default. */
const LOW_LEVEL = 0.2

/** Not every browser has it (https://www.w3.org/TR/battery-status). */
interface Battery {
  charging: boolean
  /** 0..1 */
  level: number
}

/**
 * Follows the battery's state. A page cannot ask whether the browser saves energy, but a low battery makes it do so.
 * @returns a function that tells whether the battery is low; false if unknown, as on pages without TLS
 */
export function watchBattery(signal: AbortSignal): () => boolean {
  let battery: Battery | undefined
  const { getBattery } = navigator as { getBattery?: () => Promise<Battery> }
  getBattery?.call(navigator).then(
    known => {
      if (!signal.aborted) battery = known
    },
    () => {},
  )
  return () => battery !== undefined && !battery.charging && battery.level <= LOW_LEVEL
}
