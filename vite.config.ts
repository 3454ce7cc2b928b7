import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import manifest from './manifest.json' with { type: 'json' }
import { compileKernels } from './scripts/kernels.ts'
import { popupInOne } from './scripts/popup-in-one.ts'

/** The oldest browser that is supported. */
const TARGET = 'chrome148'
const page = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Takes out what crxjs adds for its development server: content scripts as modules besides the one file each that
 * `scripting` injects, and every page's leave to fetch it, by which a page could tell that this extension is installed.
 */
const injectedOnly: Plugin = {
  name: 'injected-only',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const [file, chunk] of Object.entries(bundle))
      if (chunk.type === 'chunk' && /\/src\/page\/(content|shop)-script\.ts/.test(chunk.facadeModuleId ?? ''))
        delete bundle[file]
  },
  async writeBundle({ dir }) {
    const file = `${dir}/manifest.json`
    const { web_accessible_resources: _, ...rest } = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, JSON.stringify(rest, null, 2))
  },
}

/**
 * Names in each page all modules that its script imports, so that the browser asks for them at once and not level by level.
 * Vite's own way would also put its loader of later imports into the service worker and the host.
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

/** `--mode bench` adds the pages of benchmarks, which run in the extension's own context but are none of its parts. */
export default defineConfig(({ mode }) => ({
  resolve: { alias: { 'webextension-polyfill': page('src/platform/native-browser.ts') } },
  plugins: [
    kernels,
    preact(),
    crx({ manifest: manifest as ManifestV3Export }),
    injectedOnly,
    modulesAtOnce,
    popupInOne(TARGET),
  ],
  build: {
    target: TARGET,
    outDir: mode === 'bench' ? 'out/bench' : 'dist',
    // crxjs finds the pages that the manifest names; these are opened by code alone.
    rollupOptions: {
      input: {
        inference: page('src/inference/index.html'),
        measure: page('src/inference/measure/index.html'),
        welcome: page('src/welcome/index.html'),
        'history-page': page('src/history-page/index.html'),
        ...(mode === 'bench' && {
          network: page('bench/network/index.html'),
          history: page('bench/history/index.html'),
        }),
      },
    },
    // The weights must stay a file: inlined as base64 they would be parsed as text at each start.
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
  },
}))
