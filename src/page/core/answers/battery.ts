/** From here on browsers save the battery by themselves, unless told otherwise. */
const LOW = 0.2

/** What browsers tell of the battery, where they do (https://www.w3.org/TR/battery-status). */
interface Battery {
  charging: boolean
  /** 0..1 */
  level: number
}

/**
 * Follows the battery. No page can ask whether the browser saves power, but what makes it do so.
 * @returns whether the battery is running low; false where nothing is known of it, as on pages without TLS
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
  return () => battery !== undefined && !battery.charging && battery.level <= LOW
}
