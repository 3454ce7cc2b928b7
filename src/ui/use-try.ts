import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../apparel/answer.ts'
import type { HostPort, Request } from '../inference/client/host-port.ts'
import { isSvg } from '../inference/read/is-svg.ts'

/** A picture that the person gave, and what is known of it. */
export interface Attempt {
  /** Object URL of the preview; '' where there is none. */
  url: string
  /** Undefined while the network looks. */
  answer?: Answer
}

export interface TryState {
  attempt: Attempt | undefined
  /** What was pasted or dropped last held no picture. */
  isMissing: boolean
  takeFile(file: File): void
  /** Takes the first picture of a paste or a drop. */
  takeFirst(files: Iterable<File>): void
  clear(): void
}

/** Asks about one picture at a time; a newer one withdraws the one before. Nothing of it is stored. */
export function useTry(host: HostPort): TryState {
  const [attempt, setAttempt] = useState<Attempt>()
  const [isMissing, setMissing] = useState(false)
  const current = useRef<{ request: Request; url: string }>()

  const drop = useCallback(() => {
    if (!current.current) return
    current.current.request.cancel()
    URL.revokeObjectURL(current.current.url)
    current.current = undefined
  }, [])

  const clear = useCallback(() => {
    drop()
    setAttempt(undefined)
    setMissing(false)
  }, [drop])

  const takeFile = useCallback(
    (file: File) => {
      clear()
      // To show a drawing may keep this process busy for ever, and the network with it.
      const url = isSvg(file.type) ? '' : URL.createObjectURL(file)
      const request = host.ask({ bytes: file }, 'asked')
      current.current = { request, url }
      setAttempt({ url })
      void request.answer.then(answer => {
        if (current.current?.request === request) setAttempt({ url, answer })
      })
    },
    [clear, host],
  )

  const takeFirst = useCallback(
    (files: Iterable<File>) => {
      const picture = [...files].find(file => file.type.startsWith('image/'))
      if (picture) return takeFile(picture)
      clear()
      setMissing(true)
    },
    [clear, takeFile],
  )

  useEffect(() => drop, [drop])
  return { attempt, isMissing, takeFile, takeFirst, clear }
}
