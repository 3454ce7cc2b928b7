import type { Detector, DetectorFiles } from '../detector.ts'
import { Arena } from './arena.ts'
import { layersOf } from './graph.ts'
import type { PlacedLayer } from './placed-layer.ts'
import { planLayers, runLayers } from './plan.ts'
import { scalesOf } from './ranges.ts'
import { startLayers } from './start-layers.ts'
import { weightReader } from './weights.ts'

/**
 * Opens the detector on WebAssembly, in integers. It gives the same answers on every machine, bit for bit, and keeps nothing of
 * the files.
 * @throws Error if WebAssembly lacks SIMD or the files do not match
 */
export async function openIntegerDetector(files: DetectorFiles): Promise<Detector> {
  const { card, topology, ranges, kernels, classifier } = files
  if (ranges.network !== card.name) throw new Error('the ranges are those of another network')
  if (classifier.card.name !== card.classifier) throw new Error('the detector shares the weights of another classifier')
  const weight = weightReader(files, classifier)
  const layers = layersOf(topology, name => weight(name).shape, card.inputSize)
  const arena = new Arena()
  const plan = planLayers(layers, scalesOf(layers, ranges), card.inputSize, arena)
  const [heat, sides] = ['heat', 'sides'].map(name => plan.layers.find(layer => layer.name === name))
  if (!heat || !sides) throw new Error('the detector has no maps')
  const { memory, withKernels } = await startLayers(plan, arena.bytes, kernels, name => ({
    kernel: weight(`${name}/kernel`),
    bias: weight(`${name}/bias`),
  }))
  return {
    detect: picture =>
      withKernels(kernels => {
        runLayers(kernels, plan, memory, picture)
        return { heat: floatsOf(memory, heat), sides: floatsOf(memory, sides) }
      }),
  }
}

/** The output of a layer as real numbers. */
function floatsOf(memory: ArrayBuffer, { shortsAt, side, channels, outputScale }: PlacedLayer): Float32Array {
  const shorts = new Int16Array(memory, shortsAt, side * side * channels)
  const unit = outputScale.shorts?.unit ?? 0
  const values = new Float32Array(shorts.length)
  for (let i = 0; i < values.length; i++) values[i] = (shorts[i] as number) * unit
  return values
}
