import { readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './paths.ts'

/** The kernels of the integer network, which are AssemblyScript. */
const SOURCES = join(root, 'src/network/integer/kernels')
/** The same as WebAssembly; git ignores it. */
const BINARY = join(root, 'src/network/integer/kernels.wasm')

const OPTIONS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'],
  // Of numbers that are wide enough where addresses have 32 bits, and of SIMD in a place where JavaScript does not call.
  ...['--disableWarning', '201', '--disableWarning', '112'],
]

/**
 * Compiles the kernels, unless they are newer than all their sources.
 * @throws Error with the compiler's words
 */
export async function compileKernels(): Promise<void> {
  const sources = (await readdir(SOURCES)).map(name => join(SOURCES, name))
  const times = await Promise.all([...sources, import.meta.filename].map(async file => (await stat(file)).mtimeMs))
  const compiledAt = await stat(BINARY).then(
    file => file.mtimeMs,
    () => 0,
  )
  if (compiledAt > Math.max(...times)) return
  const { default: compiler } = await import('assemblyscript/asc')
  // Several may compile at once, and nobody may find half a file.
  const draft = `${BINARY}.${process.pid}`
  const { error, stderr } = await compiler.main([join(SOURCES, 'index.ts'), '--outFile', draft, ...OPTIONS])
  if (error) throw new Error(`the kernels do not compile:\n${stderr.toString()}`)
  await rename(draft, BINARY)
}

/** The kernels as WebAssembly, compiled anew where a source has changed. */
export async function readKernels(): Promise<Uint8Array<ArrayBuffer>> {
  await compileKernels()
  return new Uint8Array(await readFile(BINARY))
}
