import { text } from '../../i18n/text.ts'
import type { HostStatus } from '../../inference/client/host-status.ts'
import { milliseconds } from '../format/milliseconds.ts'

/** Describes the state of the network in one line: its backend and speed, or why it does not run. */
export function engineText(status: HostStatus): string {
  if (status.state !== 'ready') return text(`engine_${status.state}`)
  const name = text(`backend_${status.backend}`)
  const place = status.adapter ? text('engine_on', name, status.adapter) : name
  return text('engine_ready', place, text('engine_speed', milliseconds(status.milliseconds)))
}
