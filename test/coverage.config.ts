import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** How much of the core its own tests reach: `npm test` fails where it's less. */
export default defineConfig({
  test: {
    include: ['test/{text,iam,evaluate,laws}/**/*.test.ts', 'test/denial/documents/**/*.test.ts'],
    // One asks a copy of the evaluator, which counts no branches; the other needs enough findings of each kind.
    exclude: ['test/evaluate/needless-facts.test.ts', 'test/laws/lint-agrees.test.ts'],
    environment: 'node',
    setupFiles: [resolve(import.meta.dirname, 'fixed-seed.ts')],
    testTimeout: 120_000,
    maxWorkers: '100%',
    // A branch needs no thousands of cases, and counting branches makes each case slower.
    env: { WHYDENIED_SCENARIOS: '500', WHYDENIED_TYPED_CASES: '500', WHYDENIED_SHARE: '0.1' },
    coverage: {
      enabled: true,
      provider: 'v8',
      include: ['src/{text,iam,evaluate}/**/*.ts'],
      reporter: ['text', 'json'],
      reportsDirectory: 'node_modules/.cache/coverage',
      thresholds: { branches: 97 },
    },
  },
})
