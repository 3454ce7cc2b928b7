import { expect, it } from 'vitest'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import { openFirefoxSession } from '../helpers/firefox/session.ts'

it('runs on WebAssembly where WebGPU has no adapter, or one in software', async () => {
  const session = await openFirefoxSession({
    preferences: { 'dom.webgpu.enabled': true, 'gfx.webgpu.ignore-blocklist': true },
  })
  try {
    const page = await session.openOwnPage('popup')
    const kind = await page.evaluate(async () => {
      const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'low-power' })
      if (!adapter) return 'none'
      return adapter.info.isFallbackAdapter ? 'software' : 'hardware'
    })
    const status = await hostStatus(page)
    if (status.state !== 'ready') throw new Error('No backend works.')
    // A machine with a GPU may use it.
    if (kind === 'hardware') return
    const [gpu] = status.attempts
    expect(gpu).toMatchObject({ backend: 'webgpu', reason: kind === 'none' ? 'no_adapter' : 'software' })
    expect(status.backend).toBe('wasm')
  } finally {
    await session.close()
  }
})
