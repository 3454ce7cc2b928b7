import { readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './paths.ts'

/** Folders of kernels, which are AssemblyScript: the integer network's, and those that squash pictures. */
const folders = {
  network: join(root, 'src/network/integer/kernels'),
  squash: join(root, 'src/inference/squash/kernels'),
}
type Name = keyof typeof folders

/** Of numbers that are wide enough where addresses have 32 bits, and of SIMD in a place where JavaScript does not call. */
const HARMLESS = ['201', '112'].flatMap(warning => ['--disableWarning', warning])
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', ...HARMLESS]
/** The network's memory is planned beforehand, and comes from outside. */
const own: Record<Name, string[]> = { network: ['--importMemory'], squash: [] }

/**
 * Compiles all kernels that are not newer than their sources. Each folder's become a file beside it, which git ignores.
 * @throws Error with the compiler's words
 */
export async function compileKernels(): Promise<void> {
  for (const name of Object.keys(folders) as Name[]) await compile(name)
}

/** A folder's kernels as WebAssembly, compiled anew where a source has changed. */
export async function readKernels(name: Name): Promise<Uint8Array<ArrayBuffer>> {
  await compile(name)
  return new Uint8Array(await readFile(`${folders[name]}.wasm`))
}

async function compile(name: Name): Promise<void> {
  const folder = folders[name]
  const binary = `${folder}.wasm`
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
  const { error, stderr } = await compiler.main([
    join(folder, 'index.ts'),
    '--outFile',
    draft,
    ...OPTIONS,
    ...own[name],
  ])
  if (error) throw new Error(`the kernels do not compile:\n${stderr.toString()}`)
  await rename(draft, binary)
}
