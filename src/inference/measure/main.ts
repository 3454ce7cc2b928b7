/**
 * Measures every backend, for the options. A frame of its own: tfjs has one GPU at a time, and the host's must go on
 * running. It tells its parent what became of each, and is taken away.
 */
import { chooseBackend } from '../../network/choose-backend.ts'
import { readNetworkFiles } from '../engine/network-files.ts'

const { network, attempts } = await chooseBackend(await readNetworkFiles(), ['webgpu', 'wasm'])
network?.dispose()
parent.postMessage(attempts, location.origin)
