import { useEffect, useState } from 'preact/hooks'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { HostStatus } from '../../inference/client/host-status.ts'

/** The inference host's status, followed through its restarts. Opening the popup starts the host. */
export function useHostStatus(host: HostPort): HostStatus {
  const [status, setStatus] = useState<HostStatus>({ state: 'starting' })
  useEffect(() => {
    const abort = new AbortController()
    host.watchStatus(setStatus, abort.signal)
    return () => abort.abort()
  }, [host])
  return status
}
