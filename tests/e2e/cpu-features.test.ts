import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hostStatus } from '../../scripts/drive/ask-host.ts'
import { openSession } from '../helpers/browser/session.ts'

/** CPU flags of this machine as Linux lists them; undefined on other systems. */
const flags = processorFlags()

const rows = [
  { processor: 'all features of this one', args: [], needs: [] },
  { processor: 'no dot product of bytes', args: ['--js-flags=--no-enable-avx-vnni'], needs: ['avx_vnni'] },
  { processor: 'no AVX', args: ['--js-flags=--no-enable-avx'], needs: ['avx'] },
]

// At startup the host compares its answer to the golden picture, bit for bit, with the one that every machine must give.
it.each(rows)(
  'gives the golden answer in integers on a processor with $processor',
  async ({ processor, args, needs }) => {
    const lacks = needs.filter(flag => flags && !flags.has(flag))
    // If the CPU lacks the instruction, there is nothing to switch off, and the row repeats the first one.
    if (lacks.length > 0)
      console.warn(
        `NOTE: this processor lacks ${lacks.join(', ')}; "${processor}" repeats the row "${rows[0]?.processor}".`,
      )
    if (needs.length > 0 && !flags)
      console.warn(`NOTE: this system does not report whether "${processor}" differs at all.`)
    const session = await openSession({ args })
    try {
      expect(await hostStatus(await session.openOwnPage())).toMatchObject({ state: 'ready', backend: 'wasm' })
    } finally {
      await session.close()
    }
  },
)

function processorFlags(): Set<string> | undefined {
  try {
    const [, list] = /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8')) ?? []
    return list === undefined ? undefined : new Set(list.trim().split(/\s+/))
  } catch {
    return undefined
  }
}
