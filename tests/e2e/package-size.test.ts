import { expect, it } from 'vitest'
import { contentScriptSize, hostScriptSize, packFolder } from '../../scripts/packed.ts'
import { dist } from '../../scripts/paths.ts'

it('has a content script of at most 60 kB', async () => {
  expect(await contentScriptSize()).toBeLessThanOrEqual(60_000)
})

it('is at most 8 MB to download', async () => {
  expect((await packFolder(dist)).length).toBeLessThanOrEqual(8_000_000)
})

it('starts the host without the 650 kB of TensorFlow.js, which only a GPU needs', async () => {
  expect(await hostScriptSize()).toBeLessThanOrEqual(80_000)
})
