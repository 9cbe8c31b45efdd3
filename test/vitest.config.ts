import { defineConfig } from 'vitest/config'

// A busy machine is no mistake of the code: the limit is for what never ends.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], exclude: ['test/browser/**'], environment: 'node', testTimeout: 120_000 },
})
