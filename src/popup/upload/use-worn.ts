import { useEffect, useState } from 'preact/hooks'
import { type Answer, isAnswered } from '../../apparel/answer.ts'
import type { NamedGarment } from '../../garments/picture-garments.ts'
import type { HostPort } from '../../inference/client/host-port.ts'

/**
 * Finds each garment of an uploaded picture whose answer says that there may be several. Nothing is stored.
 * @returns undefined until they are found, and where there are none
 */
export function useWorn(
  host: HostPort,
  file: File | undefined,
  answer: Answer | undefined,
): readonly NamedGarment[] | undefined {
  const [found, setFound] = useState<{ file: File; garments: readonly NamedGarment[] }>()
  const isSeveral = answer !== undefined && isAnswered(answer) && answer.mayShowMore === true
  useEffect(() => {
    if (!file || !isSeveral) return undefined
    const life = new AbortController()
    void host.findGarments({ source: { bytes: file }, priority: 'asked' }, life.signal).then(result => {
      if ('garments' in result && !life.signal.aborted) setFound({ file, garments: result.garments })
    })
    return () => life.abort()
  }, [host, file, isSeveral])
  return found && found.file === file && found.garments.length > 0 ? found.garments : undefined
}
