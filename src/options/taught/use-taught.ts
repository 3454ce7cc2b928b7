import { useEffect, useMemo, useState } from 'preact/hooks'
import { toHistoryError } from '../../history/history-error.ts'
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
  /** Why it cannot be read. */
  trouble: 'private' | 'unreadable' | undefined
}

/** What the user has taught, kept up to date. */
export function useTaught(): TaughtState {
  const [read, setRead] = useState<Omit<NonNullable<TaughtState['taught']>, 'groups'>>()
  const [trouble, setTrouble] = useState<TaughtState['trouble']>()
  useEffect(() => {
    const abort = new AbortController()
    let timer: number | undefined
    const look = async () => {
      timer = undefined
      try {
        const [ownKinds, examples] = await Promise.all([readOwnKinds(), readExamples()])
        if (abort.signal.aborted) return
        setRead({ ownKinds, examples })
        setTrouble(undefined)
      } catch (error) {
        if (abort.signal.aborted) return
        setRead(undefined)
        setTrouble(toHistoryError(error).trouble === 'private' ? 'private' : 'unreadable')
      }
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
  const taught = useMemo(() => read && { ...read, groups: groupTaught(read.ownKinds, read.examples) }, [read])
  return { taught, trouble }
}
