import { onAbort } from '../../async/on-abort.ts'
import { tryToTellBackground } from '../../messages/send.ts'

/** Calls something of the answer script, which most pages never need: the first call loads it. */
export interface LateCall<Args> {
  call(args: Args): void
  /** Answers the calls until the signal is aborted, the one that has loaded the script first. */
  serve(handler: (args: Args) => void, signal: AbortSignal): void
}

export function createLateCall<Args>(): LateCall<Args> {
  let serve: ((args: Args) => void) | undefined
  let waiting: Args | undefined
  return {
    call: args => {
      if (serve) return serve(args)
      waiting = args
      void tryToTellBackground('load-script', { script: 'answer' })
    },
    serve: (handler, signal) => {
      serve = handler
      if (waiting) handler(waiting)
      waiting = undefined
      onAbort(signal, () => {
        serve = undefined
      })
    },
  }
}
