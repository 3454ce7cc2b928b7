import { useEffect, useState } from 'preact/hooks'
import { measureStorage, type StorageUsage } from '../../history/measure-storage.ts'
import { watchHistory } from '../../history/watch-history.ts'

/** Changes are batched for this long: a page tags dozens of pictures in a burst. */
const BATCH_MS = 500

/** Follows how much storage the history uses. Undefined until it is known, and if it cannot be read. */
export function useStorageUsed(): StorageUsage | undefined {
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
      timer ??= window.setTimeout(look, BATCH_MS)
    }, life.signal)
    void look()
    return () => {
      life.abort()
      clearTimeout(timer)
    }
  }, [])
  return used
}
