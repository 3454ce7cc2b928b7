/**
 * The answer script. A right click injects it after the content script, whose core it shares: pages that are only badged do
 * without it.
 */
import { answerFeatures } from './features.ts'
import { frameOrigins } from './frame-origins.ts'
import { runFeatures } from './run-features.ts'
import { startOnce } from './single-instance.ts'

startOnce('apparelLensAnswers', ({ signal }) => {
  const { core } = globalThis.apparelLensContent ?? {}
  if (!core) return
  const run = runFeatures(answerFeatures, { ...core, signal: AbortSignal.any([core.signal, signal]) })
  run(undefined, { origins: frameOrigins(), isShop: false })
})
