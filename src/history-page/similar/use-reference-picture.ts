import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../apparel/answer.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { Request } from '../../inference/client/request.ts'
import { isSvg } from '../../inference/read/is-svg.ts'

/** The user's own picture, to find similar tags. */
export interface ReferencePicture {
  /** Object URL of the preview; '' if there is none. */
  url: string
  /** Includes the embedding. Undefined until the network has answered. */
  answer?: Answer
}

export interface ReferencePictureState {
  picture: ReferencePicture | undefined
  take(file: File): void
  clear(): void
}

/** Asks the host about one picture at a time; a new one cancels the previous one. Nothing is stored. */
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
      // Rendering an SVG may block this process forever, and the network with it.
      const url = isSvg(file.type) ? '' : URL.createObjectURL(file)
      const request = host.ask({ bytes: file }, 'asked', { withEmbedding: true })
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
