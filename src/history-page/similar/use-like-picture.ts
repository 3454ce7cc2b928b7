import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../apparel/answer.ts'
import type { HostPort, Request } from '../../inference/client/host-port.ts'
import { isSvg } from '../../inference/read/is-svg.ts'

/** A picture that the person gave, to find what looks like it. */
export interface LikePicture {
  /** Object URL of the preview; '' where there is none. */
  url: string
  /** With the embedding. Undefined while the network looks. */
  answer?: Answer
}

export interface LikePictureState {
  picture: LikePicture | undefined
  take(file: File): void
  clear(): void
}

/** Asks about one picture at a time; a newer one withdraws the one before. Nothing of it is stored. */
export function useLikePicture(host: HostPort): LikePictureState {
  const [picture, setPicture] = useState<LikePicture>()
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
      const url = isSvg(file.type) ? '' : URL.createObjectURL(file)
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
