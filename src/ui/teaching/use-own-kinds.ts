import { useEffect, useState } from 'preact/hooks'
import type { OwnKind } from '../../learning/said.ts'
import { readOwnKinds } from '../../teaching/own-kinds.ts'
import { watchTeaching } from '../../teaching/watch-teaching.ts'

/** The user's own kinds, the oldest first, kept up to date. Undefined until they are read, and if they cannot be. */
export function useOwnKinds(): readonly OwnKind[] | undefined {
  const [ownKinds, setOwnKinds] = useState<readonly OwnKind[]>()
  useEffect(() => {
    const abort = new AbortController()
    const read = async () => {
      const now = await readOwnKinds().catch(() => undefined)
      if (!abort.signal.aborted) setOwnKinds(now)
    }
    watchTeaching(() => void read(), abort.signal)
    void read()
    return () => abort.abort()
  }, [])
  return ownKinds
}
