import { readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { root } from './paths.ts'

const network = join(root, 'src/network/integer/kernels')
const resample = join(root, 'src/inference/resample/kernels')
/** The network's memory is planned beforehand, and comes from outside. */
const forNetwork = ['--importMemory', '--enable', 'relaxed-simd']
/** What is compiled of which folder of AssemblyScript: the integer network's kernels, and those that resample pictures. */
const builds = {
  network: { folder: network, binary: `${network}.wasm`, options: [...forNetwork, '--use', 'IN_ONE_STEP=0'] },
  networkInOneStep: {
    folder: network,
    binary: `${network}-one-step.wasm`,
    options: [...forNetwork, '--use', 'IN_ONE_STEP=1'],
  },
  resample: { folder: resample, binary: `${resample}.wasm`, options: [] },
}
type Name = keyof typeof builds

/** Of numbers that are wide enough where addresses have 32 bits, and of SIMD in a place where JavaScript does not call. */
const HARMLESS = ['201', '112'].flatMap(warning => ['--disableWarning', warning])
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', ...HARMLESS]

/**
 * Compiles all kernels that are not newer than their sources. Each folder's become files beside it, which git ignores.
 * @throws Error with the compiler's words
 */
export async function compileKernels(): Promise<void> {
  for (const name of Object.keys(builds) as Name[]) await compile(name)
}

/** Kernels as WebAssembly, compiled anew where a source has changed. Node 20 runs those in one step, but wrongly. */
export async function readKernels(name: Exclude<Name, 'networkInOneStep'>): Promise<Uint8Array<ArrayBuffer>> {
  allowRelaxedSimd()
  await compile(name)
  return new Uint8Array(await readFile(builds[name].binary))
}

/** Node 20 knows these instructions and has them switched off. */
function allowRelaxedSimd(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--experimental-wasm-relaxed-simd')
}

async function compile(name: Name): Promise<void> {
  const { folder, binary, options } = builds[name]
  const sources = (await readdir(folder)).map(file => join(folder, file))
  const times = await Promise.all([...sources, import.meta.filename].map(async file => (await stat(file)).mtimeMs))
  const compiledAt = await stat(binary).then(
    file => file.mtimeMs,
    () => 0,
  )
  if (compiledAt > Math.max(...times)) return
  const { default: compiler } = await import('assemblyscript/asc')
  // Several may compile at once, and nobody may find half a file.
  const draft = `${binary}.${process.pid}`
  const { error, stderr } = await compiler.main([join(folder, 'index.ts'), '--outFile', draft, ...OPTIONS, ...options])
  if (error) throw new Error(`the kernels do not compile:\n${stderr.toString()}`)
  await rename(draft, binary)
}
