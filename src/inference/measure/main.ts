/**
 * Measures every backend, for the options. A frame of its own: tfjs has one GPU at a time, and the host's must go on
 * running. It tells its parent what became of each, and is taken away.
 */
import { climb } from '../../network/ladder.ts'
import { readNetworkFiles } from '../network-files.ts'

const { network, rungs } = await climb(await readNetworkFiles(), ['webgpu', 'wasm'])
network?.dispose()
parent.postMessage(rungs, location.origin)
