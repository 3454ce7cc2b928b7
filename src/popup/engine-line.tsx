import type { HostStatus } from '../inference/client/host-status.ts'
import { engineText } from '../ui/engine/engine-text.ts'

/** What the network runs on and how fast. */
export function Engine({ status }: { status: HostStatus }) {
  return (
    <p class="engine-line" data-state={status.state} role="status">
      {engineText(status)}
    </p>
  )
}
