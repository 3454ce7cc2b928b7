import { useEffect, useState } from 'preact/hooks'
import { type StorageUsed, storageUsed } from '../../history/storage-used.ts'
import { watchHistory } from '../../history/watch-history.ts'

/** Changes are batched for this long: a page tags dozens of pictures in a burst. */
const BATCH_MS = 500

/** Follows how much storage the history uses. Undefined until it is known, and if it cannot be read. */
export function useStorageUsed(): StorageUsed | undefined {
  const [used, setUsed] = useState<StorageUsed>()
  useEffect(() => {
    const life = new AbortController()
    let timer: number | undefined
    const look = async () => {
      timer = undefined
      const now = await storageUsed().catch(() => undefined)
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
