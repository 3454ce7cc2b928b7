import { useEffect, useState } from 'preact/hooks'
import type { Prediction } from '../../apparel/prediction.ts'
import { predictionJson } from '../../apparel/prediction-json.ts'
import { text } from '../../i18n/text.ts'
import { CheckIcon, CopyIcon } from '../icons/icons.tsx'

/** How long the button confirms the copy. */
const CONFIRMATION_MS = 2000

interface CopyJsonProps {
  prediction: Prediction
  /** Shows an icon where there is no room for a label. */
  isIcon?: boolean
  class?: string
  tabIndex?: number
}

/** A button that copies a prediction as JSON and confirms it. */
export function CopyJson({ prediction, isIcon = false, ...rest }: CopyJsonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'copy_failed'>()
  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(undefined), CONFIRMATION_MS)
    return () => clearTimeout(timer)
  }, [outcome])
  const words = text(outcome ?? 'copy_json')
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(predictionJson(prediction)).then(
      () => true,
      () => false,
    )
    setOutcome(isCopied ? 'copied' : 'copy_failed')
  }
  return (
    <button type="button" {...rest} onClick={() => void copy()} {...(isIcon && { 'aria-label': words, title: words })}>
      {isIcon ? outcome === 'copied' ? <CheckIcon /> : <CopyIcon /> : words}
      <span class="unseen" role="status">
        {outcome && words}
      </span>
    </button>
  )
}
