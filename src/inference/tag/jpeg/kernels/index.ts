export { encodeScan } from './encode-scan'
export { toPlanes } from './to-planes'
