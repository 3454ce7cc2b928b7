import { readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { root } from './paths.ts'

const network = join(root, 'src/network/integer/kernels')
const resample = join(root, 'src/inference/resample/kernels')
const jpeg = join(root, 'src/inference/tag/jpeg/kernels')
/** The network's memory has a planned size and is imported. Constants lie below the first address that its arena allocates. */
const forNetwork = ['--importMemory', '--memoryBase', '16', '--enable', 'relaxed-simd']
/** The builds of each folder of AssemblyScript: the integer network's kernels, those that resample pictures, and those that encode thumbnails. */
const builds = {
  network: { folder: network, binary: `${network}.wasm`, options: [...forNetwork, '--use', 'IN_ONE_STEP=0'] },
  networkInOneStep: {
    folder: network,
    binary: `${network}-one-step.wasm`,
    options: [...forNetwork, '--use', 'IN_ONE_STEP=1'],
  },
  resample: { folder: resample, binary: `${resample}.wasm`, options: [] },
  jpeg: { folder: jpeg, binary: `${jpeg}.wasm`, options: [] },
}
type Name = keyof typeof builds

/** Names the compiler's version. */
const lockFile = join(root, 'package-lock.json')

/** The folders with the kernels' sources. */
export const kernelFolders = [...new Set(Object.values(builds).map(({ folder }) => folder))]

/**
 * Harmless warnings: integers that are wide enough for 32-bit addresses, and SIMD values in a signature that JavaScript never
 * calls.
 */
const IGNORED_WARNINGS = ['201', '112'].flatMap(warning => ['--disableWarning', warning])
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', ...IGNORED_WARNINGS]

/**
 * Compiles all kernels that are older than their sources or the compiler. The binaries lie beside each folder; git ignores them.
 * @throws Error with the compiler's message
 */
export async function compileKernels(): Promise<void> {
  for (const name of Object.keys(builds) as Name[]) await compile(name)
}

/**
 * Reads kernels as WebAssembly, compiling them first if a source has changed. The one-step kernels are excluded: Node 20 runs
 * them, but computes wrong results.
 */
export async function readKernels(name: Exclude<Name, 'networkInOneStep'>): Promise<Uint8Array<ArrayBuffer>> {
  allowRelaxedSimd()
  await compile(name)
  return new Uint8Array(await readFile(builds[name].binary))
}

/** Node 20 has these instructions behind a flag. */
function allowRelaxedSimd(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--experimental-wasm-relaxed-simd')
}

async function compile(name: Name): Promise<void> {
  const { folder, binary, options } = builds[name]
  const sources = (await readdir(folder)).map(file => join(folder, file))
  const times = await Promise.all(
    [...sources, lockFile, import.meta.filename].map(async file => (await stat(file)).mtimeMs),
  )
  const compiledAt = await stat(binary).then(
    file => file.mtimeMs,
    () => 0,
  )
  if (compiledAt > Math.max(...times)) return
  const { default: compiler } = await import('assemblyscript/asc')
  // Several processes may compile at once, and none of them may read half a file.
  const draft = `${binary}.${process.pid}`
  const { error, stderr } = await compiler.main([join(folder, 'index.ts'), '--outFile', draft, ...OPTIONS, ...options])
  if (error) throw new Error(`the kernels do not compile:\n${stderr.toString()}`)
  await rename(draft, binary)
}
