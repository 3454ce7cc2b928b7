import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // A loaded machine is slow, and says nothing of the code.
      { test: { name: 'unit', include: ['{src,scripts,bench}/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/helpers/browser/built.ts',
          // One browser at a time: a second one would take the time that the first one's deadlines count.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
