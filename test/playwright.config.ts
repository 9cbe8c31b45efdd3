import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from '../scripts/find-browser.mjs'

// The same dist is served twice: at the root, and below a path.
export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['dot'], ['json']],
  expect: { timeout: 10_000 },
  use: {
    baseURL: 'http://localhost:4330/',
    launchOptions: { executablePath: findBrowser() ?? '', args: browserArguments },
    trace: 'retain-on-failure',
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: 'node test/browser/servers.ts',
    url: 'http://localhost:4331/a/b/',
    reuseExistingServer: false,
    cwd: '..',
  },
})
