import { useEffect, useState } from 'preact/hooks'
import type { Prediction } from '../../apparel/prediction.ts'
import { predictionJson } from '../../apparel/prediction-json.ts'
import { text } from '../../platform/text.ts'

/** Milliseconds. */
const SAID = 2000

/** Copies a prediction, and says so. */
export function CopyJson({ prediction }: { prediction: Prediction }) {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), SAID)
    return () => clearTimeout(timer)
  }, [isCopied])
  return (
    <button
      type="button"
      class="choose"
      onClick={async () => {
        await navigator.clipboard.writeText(predictionJson(prediction))
        setCopied(true)
      }}
    >
      <span aria-live="polite">{text(isCopied ? 'copied' : 'copy_json')}</span>
    </button>
  )
}
