import { afterEach, expect, it, vi } from 'vitest'

const extension: { runtime: { id?: string } | undefined } = { runtime: undefined }
vi.mock('webextension-polyfill', () => ({ default: extension }))

/** The name as the next script in this frame gets it: each bundles a copy of the module. */
async function nextName(): Promise<string> {
  vi.resetModules()
  return (await import('./overlay-name.ts')).OVERLAY_NAME
}

afterEach(() => {
  globalThis.apparelLensOverlay = undefined
})

it('is the same for all scripts of a frame', async () => {
  extension.runtime = { id: 'apparel-lens' }
  const first = await nextName()
  expect(first).toMatch(/^apparel-lens-\d+-\d+$/)
  expect(await nextName()).toBe(first)
})

it('is another once the extension was updated, because the page has seen the old one', async () => {
  extension.runtime = { id: 'apparel-lens' }
  const old = await nextName()
  extension.runtime = undefined
  expect(await nextName()).not.toBe(old)
})
