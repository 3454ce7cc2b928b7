import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Example } from '../../learning/example.ts'
import type { OwnKind } from '../../learning/said.ts'
import { readExamples } from '../../teaching/examples.ts'
import { readOwnKinds } from '../../teaching/own-kinds.ts'
import { watchTeaching } from '../../teaching/watch-teaching.ts'
import { groupTaught, type TaughtGroup } from './group-taught.ts'

/** Changes are gathered for this long: many pictures may be taught in a row. */
const BATCH_MS = 200

export interface TaughtState {
  /** Undefined until it is read. */
  taught: { ownKinds: OwnKind[]; examples: Example[]; groups: TaughtGroup[] } | undefined
  /** What was taught cannot be read. */
  isUnreadable: boolean
}

/** What the user has taught, kept up to date. */
export function useTaught(): TaughtState {
  const [read, setRead] = useState<{ ownKinds: OwnKind[]; examples: Example[] } | 'unreadable'>()
  useEffect(() => {
    const abort = new AbortController()
    let timer: number | undefined
    const look = async () => {
      timer = undefined
      const now = await Promise.all([readOwnKinds(), readExamples()]).catch(() => undefined)
      if (!abort.signal.aborted) setRead(now ? { ownKinds: now[0], examples: now[1] } : 'unreadable')
    }
    watchTeaching(() => {
      timer ??= window.setTimeout(look, BATCH_MS)
    }, abort.signal)
    void look()
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [])
  const taught = useMemo(
    () => (read && read !== 'unreadable' ? { ...read, groups: groupTaught(read.ownKinds, read.examples) } : undefined),
    [read],
  )
  return { taught, isUnreadable: read === 'unreadable' }
}
