import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { kernelFolders } from '../kernels.ts'
import { root as projectRoot } from '../paths.ts'

/** Called for each build after the first one. Calls of `onBuilt` never overlap: the next one waits for its promise. */
export interface BuildListener {
  /** @param savedAtMs when the first changed file was saved, in milliseconds since 1970 */
  onBuilt(savedAtMs: number): Promise<void>
  onError(error: Error): void
}

/** Folders that the build reads without importing their files, so that its watcher does not know them. */
const NOT_IMPORTED = ['public', ...kernelFolders.map(folder => relative(projectRoot, folder))]

/**
 * Builds the extension for development, then again at each change. Resolves when the first build is done.
 * @param root folder of the project
 * @param outDir folder of the built extension
 * @returns a function that stops watching
 * @throws Error if the first build fails
 */
export async function watchBuild(
  root: string,
  outDir: string,
  { onBuilt, onError }: BuildListener,
): Promise<() => Promise<void>> {
  let savedAtMs: number | undefined
  const changes: Plugin = {
    name: 'development-changes',
    async buildStart() {
      for (const folder of NOT_IMPORTED)
        for (const file of await readdir(join(root, folder), { recursive: true }))
          this.addWatchFile(join(root, folder, file))
    },
    async watchChange(id) {
      // A deleted file has no time of its own.
      const { mtimeMs } = await stat(id).catch(() => ({ mtimeMs: Date.now() }))
      savedAtMs ??= mtimeMs
    },
  }
  const watcher = (await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'development',
    logLevel: 'error',
    plugins: [changes],
    build: { outDir, emptyOutDir: false, minify: false, reportCompressedSize: false, watch: {} },
  })) as Rolldown.RolldownWatcher
  const stop = () => watcher.close()
  try {
    await firstBuild(watcher)
  } catch (error) {
    await stop()
    throw error
  }
  let previous = Promise.resolve()
  watcher.on('event', event => {
    if (event.code === 'ERROR') onError(event.error)
    if (event.code !== 'BUNDLE_END') return
    const saved = savedAtMs ?? Date.now()
    savedAtMs = undefined
    previous = previous.then(() => onBuilt(saved)).catch(onError)
  })
  return stop
}

function firstBuild(watcher: Rolldown.RolldownWatcher): Promise<void> {
  return new Promise((resolve, reject) => {
    watcher.on('event', async event => {
      if ('result' in event) await event.result.close()
      if (event.code === 'ERROR') reject(event.error)
      if (event.code === 'END') resolve()
    })
  })
}
