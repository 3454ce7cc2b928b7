/**
 * Measures every backend for the options page. It runs in a frame of its own because tfjs has one GPU per document, and
 * the host's must keep running. It posts the attempts to its parent, which removes the frame.
 */
import { chooseBackend } from '../../network/choose-backend.ts'
import { readNetworkFiles } from '../engine/network-files.ts'

const { network, attempts } = await chooseBackend(await readNetworkFiles(), ['webgpu', 'wasm'])
network?.dispose()
parent.postMessage(attempts, location.origin)
