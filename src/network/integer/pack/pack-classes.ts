import { finestStep, type Shorts } from '../quantise.ts'
import { fromHalf, type Weight } from '../weights.ts'

/**
 * Writes a kernel [depth, classes] in the layout that `classSums` reads, int16 [classes, depth], without biases.
 * @returns the real value of 1 in each class's sums
 */
export function packClasses(memory: ArrayBuffer, to: number, kernel: Weight, input: Shorts): number[] {
  const [depth = 0, classes = 0] = kernel.shape
  const shorts = new Int16Array(memory, to, depth * classes)
  return Array.from({ length: classes }, (_, c) => {
    const weights = Array.from({ length: depth }, (_, k) => fromHalf(kernel.halves[k * classes + c] as number))
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
    const sum = weights.reduce((sum, weight) => sum + Math.abs(weight), 0)
    const step = finestStep({ largest, sum }, 0, input) || 1
    for (const [k, weight] of weights.entries()) shorts[c * depth + k] = Math.round(weight / step)
    return step * input.unit
  })
}
