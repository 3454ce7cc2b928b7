import { expect, it } from 'vitest'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import { openSession } from '../helpers/browser/session.ts'

// The host holds its answer to the golden picture against the one that every machine gives, to the last bit.
it.each([
  ['all that this one has', []],
  ['no dot product of bytes', ['--js-flags=--no-enable-avx-vnni']],
  ['no AVX', ['--js-flags=--no-enable-avx']],
])('the network of integers gives its answer on a processor with %s', async (_, args) => {
  const session = await openSession({ args })
  try {
    expect(await hostStatus(await session.openOwnPage())).toMatchObject({ state: 'ready', backend: 'wasm' })
  } finally {
    await session.close()
  }
})
