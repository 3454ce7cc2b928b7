import { readFile, rm, writeFile } from 'node:fs/promises'
import { build, type Plugin } from 'vite'

/**
 * Bundles the popup into one page with inline styles and one script, duplicating the modules it shares with other pages. The
 * popup loads again at each click on the button, and each of its 31 files would cost about 3 ms.
 */
export function popupInOne(target: string): Plugin {
  return {
    name: 'popup-in-one',
    enforce: 'post',
    async writeBundle({ dir }) {
      const page = `${dir}/src/popup/index.html`
      const html = await readFile(page, 'utf8')
      const [script = ''] = addresses(html, /<script type="module"[^>]* src="([^"]+)"/g)
      const styles = addresses(html, /<link rel="stylesheet"[^>]* href="([^"]+)"/g)
      await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          target,
          outDir: dir ?? '',
          emptyOutDir: false,
          copyPublicDir: false,
          rollupOptions: {
            input: `${dir}${script}`,
            output: { entryFileNames: 'src/popup/popup.js', codeSplitting: false },
          },
        },
      })
      const style = await Promise.all(styles.map(style => readFile(`${dir}${style}`, 'utf8')))
      const bare = html.replace(/ *<link rel="(modulepreload|stylesheet)"[^>]*>\n+/g, '').replace(script, './popup.js')
      await writeFile(page, bare.replace('</head>', `  <style>${style.join('')}</style>\n  </head>`))
      // The last style belongs to the popup alone; other pages use the others too.
      for (const left of [script, styles.at(-1)]) await rm(`${dir}${left}`)
    },
  }
}

function addresses(html: string, of: RegExp): string[] {
  return [...html.matchAll(of)].map(([, address = '']) => address)
}
