import { useCallback, useRef, useState } from 'preact/hooks'

/** A message to the user, with a way to undo what it reports. */
interface Notice {
  message: string
  /** Whether the user must not miss it. */
  isImportant?: boolean
  undo?: () => void
  /** Called when the notice is gone and its action can no longer be undone. */
  onExpire?: () => void
}

export interface NoticeState {
  notice: (Notice & { number: number }) | undefined
  show(notice: Notice): void
  undo(): void
  dismiss(): void
}

/** Shows one notice at a time; a new one replaces the previous one. */
export function useNotice(): NoticeState {
  const [notice, setNotice] = useState<NoticeState['notice']>()
  const latest = useRef<NoticeState['notice']>()
  const shownCount = useRef(0)
  const change = useCallback((next: Notice | undefined) => {
    latest.current = next && { ...next, number: ++shownCount.current }
    setNotice(latest.current)
  }, [])
  return {
    notice,
    show(next) {
      latest.current?.onExpire?.()
      change(next)
    },
    undo() {
      const { undo } = latest.current ?? {}
      change(undefined)
      undo?.()
    },
    dismiss() {
      latest.current?.onExpire?.()
      change(undefined)
    },
  }
}
