import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    environment: 'node',
    // A busy machine is no mistake of the code: the limit is for what never ends.
    testTimeout: 120_000,
    // Vitest leaves one core free for who works beside it, which on two cores is half of them.
    maxWorkers: '100%',
  },
})
