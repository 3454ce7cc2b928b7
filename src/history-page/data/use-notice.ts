import { useCallback, useRef, useState } from 'preact/hooks'

/** What the person is told of, and may undo for a while. */
export interface Notice {
  says: string
  /** Whether much depends on its being seen. */
  isGrave?: boolean
  undo?: () => void
  /** Called when it cannot be undone any more. */
  gone?: () => void
}

export interface NoticeState {
  notice: (Notice & { number: number }) | undefined
  show(notice: Notice): void
  undo(): void
  dismiss(): void
}

/** One notice at a time; a newer one takes the place of the one before. */
export function useNotice(): NoticeState {
  const [notice, setNotice] = useState<NoticeState['notice']>()
  const latest = useRef<NoticeState['notice']>()
  const told = useRef(0)
  const change = useCallback((next: Notice | undefined) => {
    latest.current = next && { ...next, number: ++told.current }
    setNotice(latest.current)
  }, [])
  return {
    notice,
    show(next) {
      latest.current?.gone?.()
      change(next)
    },
    undo() {
      const { undo } = latest.current ?? {}
      change(undefined)
      undo?.()
    },
    dismiss() {
      latest.current?.gone?.()
      change(undefined)
    },
  }
}
