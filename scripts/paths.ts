import { fileURLToPath } from 'node:url'

/** Root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The built extension. */
export const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** Where scripts write what a user may want to look at; git ignores it. */
export const out = fileURLToPath(new URL('../out', import.meta.url))

/** The extension built for benchmarks, with their pages. */
export const benchDist = fileURLToPath(new URL('../out/bench', import.meta.url))

/** The extension built for Firefox. */
export const firefoxDist = fileURLToPath(new URL('../dist-firefox', import.meta.url))

/** The same for Firefox. */
export const firefoxBenchDist = fileURLToPath(new URL('../out/bench-firefox', import.meta.url))
