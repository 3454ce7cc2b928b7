import { readFile, rm, writeFile } from 'node:fs/promises'
import { build, type Plugin } from 'vite'

/**
 * Makes of the popup a page with its style in it and one script, which has a copy of all that it shares with others. It is
 * opened anew at each click on the button, and each file takes the browser some 3 ms until it is seen; they were 31.
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
      // The last style is its own; the others belong to other pages, too.
      for (const left of [script, styles.at(-1)]) await rm(`${dir}${left}`)
    },
  }
}

function addresses(html: string, of: RegExp): string[] {
  return [...html.matchAll(of)].map(([, address = '']) => address)
}
