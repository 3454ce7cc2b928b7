import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { withTimeout } from '../../async/with-timeout.ts'
import type { BackendAttempt } from '../../network/backend.ts'

/** The latest measurement on this machine. */
interface Measured {
  /** Milliseconds since 1970. */
  at: number
  /** Version of the extension. Another version may be faster or slower. */
  version: string
  attempts: BackendAttempt[]
}

const STORAGE_KEY = 'measured'
/** Each backend has its own deadline. This one catches a frame that never starts. */
const TIMEOUT_MS = 60_000

/** Measures the backends on request and remembers the result. */
export function useMeasurement() {
  const [measured, setMeasured] = useState(readStored)
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle')
  const measure = async () => {
    setState('running')
    try {
      const now = { at: Date.now(), version: version(), attempts: await measureAll() }
      localStorage.setItem(STORAGE_KEY, JSON.stringify(now))
      setMeasured(now)
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return { measured, state, measure }
}

/** Measures in an iframe, so that the network is unloaded afterwards. */
async function measureAll(): Promise<BackendAttempt[]> {
  const frame = document.createElement('iframe')
  frame.src = '/src/inference/measure/index.html'
  frame.hidden = true
  const done = new AbortController()
  const attempts = new Promise<BackendAttempt[]>(resolve => {
    const onMessage = ({ source, data }: MessageEvent) =>
      source === frame.contentWindow && resolve(data as BackendAttempt[])
    window.addEventListener('message', onMessage, { signal: done.signal })
  })
  document.body.append(frame)
  try {
    return await withTimeout(attempts, TIMEOUT_MS, () => new Error('The measurement did not end.'))
  } finally {
    done.abort()
    frame.remove()
  }
}

function readStored(): Measured | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null') as Measured | null
    return stored?.version === version() ? stored : undefined
  } catch {
    return undefined
  }
}

function version(): string {
  return browser.runtime.getManifest().version
}
