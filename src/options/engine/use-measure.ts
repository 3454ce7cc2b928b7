import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { withTimeout } from '../../async/with-timeout.ts'
import type { BackendAttempt } from '../../network/backend.ts'

/** What was measured last on this machine. */
export interface Measured {
  /** Milliseconds since 1970. */
  at: number
  /** Of the extension: another one may be faster. */
  version: string
  attempts: BackendAttempt[]
}

const KEY = 'measured'
/** Milliseconds: both attempts have deadlines of their own, this is for a frame that does not even start. */
const LATEST = 60_000

/** Measures when it is told to, one time at a time, and remembers the figures. */
export function useMeasure() {
  const [measured, setMeasured] = useState(recall)
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle')
  const measure = async () => {
    setState('running')
    try {
      const now = { at: Date.now(), version: version(), attempts: await measureAll() }
      localStorage.setItem(KEY, JSON.stringify(now))
      setMeasured(now)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return { measured, state, measure }
}

/** In a frame of its own, which keeps the network at hand no longer than that takes. */
async function measureAll(): Promise<BackendAttempt[]> {
  const frame = document.createElement('iframe')
  frame.src = '/src/inference/measure/index.html'
  frame.hidden = true
  const over = new AbortController()
  const told = new Promise<BackendAttempt[]>(resolve => {
    const heard = ({ source, data }: MessageEvent) =>
      source === frame.contentWindow && resolve(data as BackendAttempt[])
    window.addEventListener('message', heard, { signal: over.signal })
  })
  document.body.append(frame)
  try {
    return await withTimeout(told, LATEST, () => new Error('The measurement did not end.'))
  } finally {
    over.abort()
    frame.remove()
  }
}

function recall(): Measured | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Measured | null
    return kept?.version === version() ? kept : undefined
  } catch {
    return undefined
  }
}

function version(): string {
  return browser.runtime.getManifest().version
}
