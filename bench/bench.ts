/**
 * `npm run bench`: speed and memory of the extension, compared with the alternatives. Measures every part, or those named, as
 * in `npm run bench -- network`. `--gpu` measures the network on a real GPU, if there is one. Writes bench/results.json and
 * bench/results.md.
 *
 * `marginal` can also measure `--pictures DIR` instead of drawn ones, another build `--against DIR`, such as `out/bench` of an
 * older checkout, and `--rounds N`. `builds` runs the network of this build and the one `--against DIR` in turns. What is
 * measured against another build is only printed.
 */
import { parseArgs } from 'node:util'
import { writeModels } from './export/write-models.ts'
import { measureAnswer } from './parts/answer.ts'
import { inBrowser } from './parts/arena.ts'
import { measureBadges } from './parts/badges.ts'
import { measureBuilds } from './parts/builds.ts'
import { measureGarments } from './parts/garments.ts'
import { measureGpu } from './parts/gpu.ts'
import { measureMarginal } from './parts/marginal.ts'
import { measureMemory } from './parts/memory.ts'
import { measureNetwork } from './parts/network.ts'
import { measureStart } from './parts/start.ts'
import { installPeers } from './peers/install.ts'
import { settingOf } from './report/machine.ts'
import { record, sectionOf } from './report/write-report.ts'

const { values, positionals } = parseArgs({
  options: {
    gpu: { type: 'boolean' },
    pictures: { type: 'string' },
    against: { type: 'string' },
    rounds: { type: 'string' },
  },
  allowPositionals: true,
})
const parts = {
  network: measureNetwork,
  garments: measureGarments,
  answer: measureAnswer,
  marginal: () => measureMarginal(values),
  badges: measureBadges,
  start: measureStart,
  memory: measureMemory,
  gpu: measureGpu,
  builds: () => measureBuilds(values),
}
/** Parts that only run when they are named. */
const onDemand = ['gpu', 'builds']
const named = [...positionals, ...(values.gpu ? ['gpu'] : [])]
const unknown = named.filter(name => !(name in parts))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; the parts are ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}

const browser = await inBrowser([], ({ browser }) => browser.version())
for (const [name, measure] of Object.entries(parts)) {
  if (named.length > 0 ? !named.includes(name) : onDemand.includes(name)) continue
  const isAgainstPeers = ['network', 'marginal', 'gpu'].includes(name)
  const versions = isAgainstPeers ? await installPeers() : {}
  if (isAgainstPeers) await writeModels([1, 8])
  const part = await measure()
  console.log(`${sectionOf(part)}\n`)
  if (values.against === undefined)
    await record(name, { ...part, setting: settingOf(browser), versions }, Object.keys(parts))
}
