import { useEffect, useState } from 'preact/hooks'
import type { Prediction } from '../../apparel/prediction.ts'
import { predictionJson } from '../../apparel/prediction-json.ts'
import { text } from '../../i18n/text.ts'
import { CheckIcon, CopyIcon } from '../icons/icons.tsx'

/** Milliseconds for which the button says that it has copied. */
const SAID = 2000

interface CopyJsonProps {
  prediction: Prediction
  /** An icon, where there is no room for words. */
  isIcon?: boolean
  class?: string
  tabIndex?: number
}

/** Copies a prediction as JSON, and says so. */
export function CopyJson({ prediction, isIcon = false, ...rest }: CopyJsonProps) {
  const [said, say] = useState<'copied' | 'copy_failed'>()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => say(undefined), SAID)
    return () => clearTimeout(timer)
  }, [said])
  const words = text(said ?? 'copy_json')
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(predictionJson(prediction)).then(
      () => true,
      () => false,
    )
    say(isCopied ? 'copied' : 'copy_failed')
  }
  return (
    <button type="button" {...rest} onClick={() => void copy()} {...(isIcon && { 'aria-label': words, title: words })}>
      {isIcon ? said === 'copied' ? <CheckIcon /> : <CopyIcon /> : words}
      <span class="unseen" role="status">
        {said && words}
      </span>
    </button>
  )
}
