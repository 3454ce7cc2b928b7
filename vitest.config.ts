import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // Generous, because a slow test on a busy machine says nothing about the code.
      { test: { name: 'unit', include: ['{src,scripts,bench}/**/*.test.{ts,tsx}'], testTimeout: 30_000 } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/helpers/browser/built.ts',
          // One browser at a time: a second one slows the first.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
