import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { projects } from './projects.ts'

export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: [resolve(import.meta.dirname, 'fixed-seed.ts')],
    // A busy machine isn't a fault of the code: the limit is for tests that never end.
    testTimeout: 120_000,
    // By default, Vitest leaves one core idle. On a two-core machine, that is half.
    maxWorkers: '100%',
    // Processes that tests start from the sources: only the first one strips types and compiles, which takes half of the time of the others.
    env: { NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') },
    projects: projects(['test/**/*.test.ts'], ['test/browser/**']),
  },
})
