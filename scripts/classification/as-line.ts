import type { Prediction } from '../../src/apparel/prediction.ts'
import { describePrediction } from '../../src/apparel/prediction-json.ts'
import { csvLine } from '../../src/history/export/to-csv.ts'
import type { FileAnswer } from './file-answer.ts'

/** Number of classes in `top`. */
const TOP_COUNT = 3
const COLUMNS = ['file', 'label', 'kind', 'confidence', 'verdict', 'top', 'failure', 'detail']

/** `{"file":…,"label":…,"kind":…,"confidence":…,"verdict":…,"top":[…]}` or `{"file":…,"failure":…,"detail":…}`. */
export function jsonLine(file: string, answer: FileAnswer): string {
  return `${JSON.stringify({ file, ...('failure' in answer ? answer : described(answer.prediction)) })}\n`
}

/** The line above all rows. */
export const csvHead = csvLine(COLUMNS)

/** A line of a table whose columns `csvHead` names. Cells that a spreadsheet would run are marked as text. */
export function csvRow(file: string, answer: FileAnswer): string {
  if ('failure' in answer) return csvLine([file, '', '', '', '', '', answer.failure, answer.detail])
  const { label, kind, confidence, verdict, top } = described(answer.prediction)
  const best = top.map(one => `${one.label} ${one.confidence}`).join(' | ')
  return csvLine([file, label, kind ?? '', String(confidence), verdict, best, '', ''])
}

function described(prediction: Prediction) {
  const { top, ...answer } = describePrediction(prediction, TOP_COUNT)
  return { ...answer, verdict: prediction.verdict, top }
}
