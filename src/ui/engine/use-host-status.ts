import { useEffect, useState } from 'preact/hooks'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { HostStatus } from '../../inference/client/host-status.ts'
import { whenIdle } from '../page/when-idle.ts'

/** Follows the inference host's status, even across restarts. Starts the host if it is not running. */
export function useHostStatus(host: HostPort): HostStatus {
  const [status, setStatus] = useState<HostStatus>({ state: 'starting' })
  useEffect(() => {
    const abort = new AbortController()
    // Starting the host would delay the page's first frame.
    whenIdle(() => host.watchStatus(setStatus, abort.signal), abort.signal)
    return () => abort.abort()
  }, [host])
  return status
}
