import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../apparel/answer.ts'
import type { HostPort, Request } from '../../inference/client/host-port.ts'
import { isDrawing } from '../../inference/read/is-svg.ts'

/** A picture that the person gave, to find what looks like it. */
export interface ReferencePicture {
  /** Object URL of the preview; '' where there is none. */
  url: string
  /** With the embedding. Undefined while the network looks. */
  answer?: Answer
}

export interface ReferencePictureState {
  picture: ReferencePicture | undefined
  take(file: File): void
  clear(): void
}

/** Asks about one picture at a time; a newer one withdraws the one before. Nothing of it is stored. */
export function useReferencePicture(host: HostPort): ReferencePictureState {
  const [picture, setPicture] = useState<ReferencePicture>()
  const current = useRef<{ request: Request; url: string }>()
  const drop = () => {
    current.current?.request.cancel()
    if (current.current?.url) URL.revokeObjectURL(current.current.url)
    current.current = undefined
  }
  useEffect(() => drop, [])
  return {
    picture,
    take(file) {
      drop()
      // To show a drawing may keep this process busy for ever, and the network with it.
      const url = isDrawing(file.type) ? '' : URL.createObjectURL(file)
      const request = host.ask({ bytes: file }, 'asked', undefined, true)
      current.current = { request, url }
      setPicture({ url })
      void request.answer.then(answer => {
        if (current.current?.request === request) setPicture({ url, answer })
      })
    },
    clear() {
      drop()
      setPicture(undefined)
    },
  }
}
