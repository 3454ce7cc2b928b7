export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
export { loadGraphModel } from '@tensorflow/tfjs-converter'
export { env, setBackend, tensor4d } from '@tensorflow/tfjs-core'
