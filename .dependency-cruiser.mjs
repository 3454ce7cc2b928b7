/**
 * What may import what. `npm test` checks it; scripts/rules/dependency-rules.test.ts shows each rule failing.
 * ARCHITECTURE.md gives the reasons in context.
 */

const TEST = '\\.test\\.tsx?$'

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-circles',
    comment: 'Files that import each other cannot be understood one at a time. Type-only imports count too.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'apparel-imports-nothing',
    comment: 'The domain (classes, predictions, answers, failures) depends on nothing, so that everything can use it.',
    severity: 'error',
    from: { path: '^src/apparel/', pathNot: TEST },
    to: { pathNot: '^src/apparel/' },
  },
  {
    name: 'only-network-imports-tensorflow',
    comment: 'TensorFlow.js can be replaced, or loaded late, only while one folder knows it.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/network/' },
    to: { path: '(^|/)@tensorflow/' },
  },
  {
    name: 'only-inference-imports-network',
    comment: 'Everybody else asks the inference host. The types in backend.ts describe what it reports.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(network|inference)/' },
    to: { path: '^src/network/', pathNot: '^src/network/backend\\.ts$' },
  },
  {
    name: 'core-imports-no-feature',
    comment: 'The core finds pictures, asks about them and draws; it must not know what for.',
    severity: 'error',
    from: { path: '^src/page/core/' },
    to: { path: '^src/page/features(/|\\.ts$)' },
  },
  {
    name: 'features-are-independent',
    comment:
      'A feature can be added or deleted without a look at the others. What two of them need belongs to the core.',
    severity: 'error',
    from: { path: '^src/page/features/([^/]+)/' },
    to: { path: '^src/page/(features/[^/]+/|features\\.ts$)', pathNot: '^src/page/features/$1/' },
  },
  {
    name: 'domain-imports-no-messages',
    comment: 'Messages carry domain types. A domain type that lives in the messages has no home.',
    severity: 'error',
    from: { path: '^src/(apparel|network|history|colour|heat|outfits)/', pathNot: TEST },
    to: { path: '^src/messages/' },
  },
  {
    name: 'test-helpers-stay-in-tests',
    comment: 'Helpers take short cuts that product code and scripts must not take.',
    severity: 'error',
    from: { pathNot: `^(tests|bench)/|${TEST}` },
    to: { path: '^tests/helpers/' },
  },
  {
    name: 'src-imports-only-src',
    comment: 'What ships must not depend on scripts, benchmarks or tests.',
    severity: 'error',
    from: { path: '^src/', pathNot: TEST },
    to: { path: '^(scripts|bench|tests)/' },
  },
  {
    name: 'no-orphans',
    comment: 'A file that imports nothing and that nothing imports is dead. knip finds the dead files that do import.',
    severity: 'error',
    // The build for Firefox takes the files of that folder in place of those beside it.
    from: { orphan: true, path: '\\.(ts|tsx|mjs)$', pathNot: '\\.d\\.ts$|^src/platform/firefox/' },
    to: {},
  },
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    // Sees type-only imports, which disappear when TypeScript is compiled.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: [
        // AssemblyScript: TypeScript's syntax with another library, and a build of its own.
        '^src/.*/kernels/',
        // Peers in benchmarks: installed on demand into a folder of their own.
        '^bench/peers/',
      ],
    },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'], conditionNames: ['import', 'node'] },
  },
}
