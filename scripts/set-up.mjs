// Prepares a fresh clone. This is plain JavaScript without static imports, so that even an old Node runs far enough to report
// that it is too old.
const [major, minor] = process.versions.node.split('.').map(Number)

// The versions that Vite 8 supports.
if (major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12)) {
  console.error(`Apparel Lens needs Node 20.19, 22.12 or newer; this is Node ${process.versions.node}.`)
  console.error('Get a newer one from https://nodejs.org and try again.')
  process.exit(1)
}

import('./packages.mjs')
  .then(({ installPackages }) => installPackages())
  .catch(error => {
    console.error(error.message)
    process.exit(1)
  })
