import type { HostStatus } from '../inference/client/host-status.ts'
import { engineText } from '../ui/engine/engine-text.ts'

/** The backend that runs the network, and its speed. */
export function EngineLine({ status }: { status: HostStatus }) {
  return (
    <p class="engine-line" data-state={status.state} role="status">
      {engineText(status)}
    </p>
  )
}
