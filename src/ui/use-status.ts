import { useEffect, useState } from 'preact/hooks'
import type { HostStatus } from '../messages.ts'
import type { HostPort } from '../platform/host-port.ts'

/** The inference host's status, followed through its restarts. Opening the popup starts the host. */
export function useStatus(host: HostPort): HostStatus {
  const [status, setStatus] = useState<HostStatus>({ state: 'starting' })
  useEffect(() => {
    const abort = new AbortController()
    host.watchStatus(setStatus, abort.signal)
    return () => abort.abort()
  }, [host])
  return status
}
