import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build, type Plugin } from 'vite'

/**
 * Bundles each of some pages into one file with inline styles and one script, duplicating the modules that they share with other
 * pages. A page loads again each time the user opens it, and each of its 30 files would cost about 3 ms.
 * @param pages folders of `src`, each with an `index.html`
 */
export function pagesInOne(target: string, pages: readonly string[]): Plugin {
  return {
    name: 'pages-in-one',
    enforce: 'post',
    async writeBundle({ dir = '' }) {
      const replaced: string[] = []
      for (const page of pages) replaced.push(...(await bundle(dir, page, target)))
      await removeUnused(dir, replaced)
    },
  }
}

/** @returns the files of which the page's script and styles consisted */
async function bundle(dir: string, page: string, target: string): Promise<string[]> {
  const file = `${dir}/src/${page}/index.html`
  const html = await readFile(file, 'utf8')
  const [script = ''] = addresses(html, /<script type="module"[^>]* src="([^"]+)"/g)
  const styles = addresses(html, /<link rel="stylesheet"[^>]* href="([^"]+)"/g)
  const modules = addresses(html, /<link rel="modulepreload"[^>]* href="([^"]+)"/g)
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target,
      outDir: dir,
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: {
        input: `${dir}${script}`,
        output: { entryFileNames: `src/${page}/${page}.js`, codeSplitting: false },
      },
    },
  })
  const style = await Promise.all(styles.map(style => readFile(`${dir}${style}`, 'utf8')))
  const bare = html
    .replace(/ *<link rel="(modulepreload|stylesheet)"[^>]*>\n+/g, '')
    .replace(script, `./${page}.js`)
    .replace('</head>', `  <style>${style.join('')}</style>\n  </head>`)
  await writeFile(file, bare)
  return [script, ...styles, ...modules]
}

/** Removes files that neither a page nor a script names any more. */
async function removeUnused(dir: string, files: readonly string[]): Promise<void> {
  const candidates = new Set(files)
  for (let before = Number.NaN; candidates.size !== before; ) {
    before = candidates.size
    const all = await readdir(dir, { recursive: true })
    const texts = await Promise.all(
      all.filter(name => /\.(html|js|json)$/.test(name)).map(name => readFile(`${dir}/${name}`, 'utf8')),
    )
    for (const file of candidates) {
      if (texts.some(text => text.includes(basename(file)))) continue
      await rm(`${dir}${file}`)
      candidates.delete(file)
    }
  }
}

function addresses(html: string, of: RegExp): string[] {
  return [...html.matchAll(of)].map(([, address = '']) => address)
}
