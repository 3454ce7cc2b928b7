import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // Generous, because a slow test on a busy machine says nothing about the code.
      {
        test: {
          name: 'unit',
          include: ['{src,scripts,bench}/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/helpers/browser/ensure-chromium-build.ts',
          // Two browsers at a time: one often waits for the network or for a timer while the other computes.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e-firefox',
          include: ['tests/e2e-firefox/**/*.test.ts'],
          globalSetup: 'tests/helpers/firefox/ensure-firefox-build.ts',
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
