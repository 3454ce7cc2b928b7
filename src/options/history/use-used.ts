import { useEffect, useState } from 'preact/hooks'
import { measureStorage, type StorageUsage } from '../../history/measure-storage.ts'
import { watchHistory } from '../../history/watch-history.ts'

/** Milliseconds for which changes are gathered: a page tags dozens of pictures in a burst. */
const GATHER = 500

/** What the history takes, followed through its changes; undefined until that is known, and where it cannot be read. */
export function useUsed(): StorageUsage | undefined {
  const [used, setUsed] = useState<StorageUsage>()
  useEffect(() => {
    const life = new AbortController()
    let timer: number | undefined
    const look = async () => {
      timer = undefined
      const now = await measureStorage().catch(() => undefined)
      if (!life.signal.aborted) setUsed(now)
    }
    watchHistory(() => {
      timer ??= window.setTimeout(look, GATHER)
    }, life.signal)
    void look()
    return () => {
      life.abort()
      clearTimeout(timer)
    }
  }, [])
  return used
}
