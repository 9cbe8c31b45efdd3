import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from '../scripts/find-browser.mjs'
import { dist } from '../scripts/serve.ts'
import { deep, root } from './browser/sites.ts'

const executablePath = findBrowser()
// The same dist is served twice: at the root, and below a path.
export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // scripts/test.ts counts the results in the report.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['dot'], ['json']] : [['list']],
  // A busy machine isn't a fault of the page: the limits are for what never comes. Tests that pass never wait that long.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: root,
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: browserArguments },
    // A trace of every test takes as long as the tests; `--trace retain-on-failure` makes them for those who look for a fault.
    trace: 'off',
    // A service worker would fetch the whole site next to every test. Only offline.spec.ts allows it.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'chromium' },
    // checker.html from the disk goes the checker's main ways, too: its engine, data, editor, and clipboard work without a server.
    {
      name: 'one file',
      testMatch: /checker(?:-share)?\.spec\.ts$/,
      grep: /checker-share\.spec|@file/,
      metadata: { checker: pathToFileURL(join(dist, 'checker.html')).href },
    },
  ],
  // WHYDENIED_SERVED=1: another server has the site already, at both addresses (scripts/test-nginx.ts).
  ...(process.env.WHYDENIED_SERVED
    ? {}
    : {
        webServer: {
          command: 'node test/browser/servers.ts',
          url: deep,
          reuseExistingServer: false,
          cwd: '..',
        },
      }),
})
