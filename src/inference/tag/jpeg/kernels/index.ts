export { quantise } from './quantise'
export { toPlanes } from './to-planes'
export { countSymbols, writeScan } from './write-scan'
