import { buildFor } from '../../scripts/build/build-for.ts'

// A process of its own, because the builders leave much memory behind.
for (const browser of ['firefox', 'chromium']) await buildFor(browser, { mode: 'bench', logLevel: 'error' })
