import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import manifest from './manifest.json' with { type: 'json' }
import project from './package.json' with { type: 'json' }
import { firefoxManifest, OLDEST_FIREFOX } from './scripts/firefox/manifest.ts'
import { compileKernels } from './scripts/kernels.ts'
import { pagesInOne } from './scripts/pages-in-one.ts'
import { smallestScripts } from './scripts/smallest-scripts.ts'

/** The browser to build for: Chromium unless the environment names Firefox. */
const isFirefox = process.env.BUILD_BROWSER === 'firefox'
/** The oldest supported browser. */
const TARGET = isFirefox ? `firefox${OLDEST_FIREFOX}` : `chrome${manifest.minimum_chrome_version}`
/**
 * The chunk that injects scripts. Its name has no hash: crxjs replaces what stands for the scripts' names after hashes are taken,
 * and what stands for them depends on the repository's folder.
 */
const SERVICE_WORKER = 'service-worker.ts'
const absolute = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Removes what crxjs adds for its development server: each content script a second time as a module, and the permission for
 * every page to fetch it, which would let a page detect that this extension is installed.
 */
const injectedOnly: Plugin = {
  name: 'injected-only',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const [file, chunk] of Object.entries(bundle))
      if (
        chunk.type === 'chunk' &&
        /\/src\/page\/(content|answer|alt-text|outfit|report|shop)-script\.ts/.test(chunk.facadeModuleId ?? '')
      )
        delete bundle[file]
  },
  async writeBundle({ dir }) {
    const file = `${dir}/manifest.json`
    const { web_accessible_resources: _, ...rest } = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify(rest, null, 2))
  },
}

/**
 * Adds a preload link to each page for every module that its script imports, so that the browser requests them all at once
 * and not level by level. Vite's own `modulePreload` would also put its loader into the service worker and the host.
 */
const modulesAtOnce: Plugin = {
  name: 'modules-at-once',
  transformIndexHtml: {
    order: 'post',
    handler(_, { chunk, bundle = {} }) {
      const files = new Set<string>()
      const add = (file: string) => {
        const part = bundle[file]
        if (files.has(file) || part?.type !== 'chunk') return
        files.add(file)
        part.imports.forEach(add)
      }
      chunk?.imports.forEach(add)
      return [...files].map(file => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
      }))
    },
  },
}

const kernels: Plugin = { name: 'kernels', buildStart: compileKernels }

/**
 * `--mode bench` adds the benchmarks' pages, which run inside the extension but are not part of it. `--mode development`
 * leaves out what makes the package smaller or faster and costs time to build.
 */
export default defineConfig(({ mode }) => ({
  resolve: {
    alias: [
      { find: 'webextension-polyfill', replacement: absolute('src/platform/native-browser.ts') },
      ...(isFirefox
        ? [{ find: /^.*\/platform\/(?=[\w-]+\.ts$)/, replacement: absolute('src/platform/firefox/') }]
        : []),
    ],
  },
  plugins: [
    kernels,
    preact(),
    crx({
      manifest: { ...(isFirefox ? firefoxManifest(manifest) : manifest), version: project.version } as ManifestV3Export,
      browser: isFirefox ? 'firefox' : 'chrome',
    }),
    injectedOnly,
    modulesAtOnce,
    mode !== 'development' && [pagesInOne(TARGET, ['popup', 'history-page']), smallestScripts],
  ],
  build: {
    target: TARGET,
    outDir: `${mode === 'bench' ? 'out/bench' : 'dist'}${isFirefox ? '-firefox' : ''}`,
    // crxjs finds the pages in the manifest. Code opens these.
    rollupOptions: {
      input: {
        inference: absolute('src/inference/index.html'),
        measure: absolute('src/inference/measure/index.html'),
        welcome: absolute('src/welcome/index.html'),
        'history-page': absolute('src/history-page/index.html'),
        ...(mode === 'bench' && {
          network: absolute('bench/network/index.html'),
          history: absolute('bench/history/index.html'),
        }),
      },
      output: {
        chunkFileNames: ({ name }) =>
          name === SERVICE_WORKER ? 'assets/service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
    // The weights must stay a file: inlined as base64, the browser would parse them as text at each start.
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
  },
}))
