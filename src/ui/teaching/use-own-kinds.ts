import { useEffect, useState } from 'preact/hooks'
import type { OwnKind } from '../../learning/said.ts'
import { readOwnKinds } from '../../teaching/own-kinds.ts'
import { watchTeaching } from '../../teaching/watch-teaching.ts'
import { knownOwnKinds, setKnownOwnKinds } from './known-own-kinds.ts'

/**
 * The user's own kinds, the oldest first, kept up to date. Every page that names tags calls this at its root: it renders again
 * when names or colours change. Empty until they are read, and if they cannot be.
 */
export function useOwnKinds(): readonly OwnKind[] {
  const [ownKinds, setOwnKinds] = useState(knownOwnKinds)
  useEffect(() => {
    const abort = new AbortController()
    const read = async () => {
      const now = await readOwnKinds().catch(() => [])
      if (abort.signal.aborted) return
      setKnownOwnKinds(now)
      setOwnKinds(now)
    }
    watchTeaching(() => void read(), abort.signal)
    void read()
    return () => abort.abort()
  }, [])
  return ownKinds
}
