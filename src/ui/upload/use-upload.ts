import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../apparel/answer.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { Request } from '../../inference/client/request.ts'
import { isSvg } from '../../inference/read/is-svg.ts'

/** A picture from the user, with its answer. */
interface Upload {
  /** Object URL of the preview, or '' if there is none. */
  url: string
  file: File
  /** Undefined while the network is working. */
  answer?: Answer
}

export interface UploadState {
  attempt: Upload | undefined
  /** The last paste or drop held no picture. */
  isMissing: boolean
  takeFile(file: File): void
  /** Takes the first picture from a paste or a drop. */
  takeFirst(files: Iterable<File>): void
  /** Replaces the answer, when the user has corrected it. */
  correct(answer: Answer): void
  clear(): void
}

/** Classifies one picture at a time. A new picture cancels the previous request. Nothing is stored. */
export function useUpload(host: HostPort): UploadState {
  const [attempt, setAttempt] = useState<Upload>()
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
      // An SVG may never finish rendering, and would block this process and the network with it.
      const url = isSvg(file.type) ? '' : URL.createObjectURL(file)
      const request = host.ask({ bytes: file }, 'asked')
      current.current = { request, url }
      setAttempt({ url, file })
      void request.answer.then(answer => {
        if (current.current?.request === request) setAttempt({ url, file, answer })
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

  const correct = useCallback((answer: Answer) => setAttempt(attempt => attempt && { ...attempt, answer }), [])

  useEffect(() => drop, [drop])
  return { attempt, isMissing, takeFile, takeFirst, correct, clear }
}
