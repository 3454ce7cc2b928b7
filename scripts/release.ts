/**
 * `npm run release [-- --check] [-- --tag v1.2.3]`: packs what the stores ask for into `out/release/`. `--check` builds it again
 * elsewhere and compares the bytes; `--tag` refuses unless the version and the changelog belong to that tag.
 */
import { parseArgs } from 'node:util'
import { makeRelease, RELEASE_FOLDER } from './release/make-release.ts'
import { rebuildElsewhere } from './release/rebuild.ts'

try {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, tag: { type: 'string' } } })
  const sums = await makeRelease(values.tag)
  console.log(`${RELEASE_FOLDER}/\n${sums}`)
  const differing = values.check ? await rebuildElsewhere(sums) : []
  for (const line of differing) console.error(line)
  if (differing.length > 0) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
