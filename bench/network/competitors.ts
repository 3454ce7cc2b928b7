import type { Open } from './competitors/competitor.ts'
import { openLiteRt } from './competitors/litert.ts'
import { openOnnxRuntime } from './competitors/onnx-runtime.ts'
import { openOurs } from './competitors/ours.ts'
import { openTfjs } from './competitors/tfjs.ts'

/** The runtimes to compare, by name. */
export const competitors = {
  ours: openOurs('wasm'),
  'LiteRT int8': openLiteRt('int8'),
  'LiteRT float32': openLiteRt('float32'),
  'onnxruntime-web float32': openOnnxRuntime('wasm'),
  'tfjs fused float32': openTfjs('fused'),
  'tfjs layers float32': openTfjs('layers'),
  'ours webgpu': openOurs('webgpu'),
  'onnxruntime-web webgpu': openOnnxRuntime('webgpu'),
} satisfies Record<string, Open>

export type Name = keyof typeof competitors
