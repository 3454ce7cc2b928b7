import { fileURLToPath } from 'node:url'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import manifest from './manifest.json' with { type: 'json' }

const page = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [preact(), crx({ manifest: manifest as ManifestV3Export })],
  build: {
    target: 'chrome148',
    // crxjs finds the pages that the manifest names; the offscreen document is created by code alone.
    rollupOptions: { input: { inference: page('src/inference/index.html') } },
    // The weights must stay a file: inlined as base64 they would be parsed as text at each start.
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
  },
})
