// Playwright's own test. With WHYDENIED_PROFILE, every test starts in a browser that has visited the site before: scripts/test-nginx.ts stops the
// server after that visit, so whatever passes works from what the browser kept.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as playwrightTest } from '@playwright/test'

export * from '@playwright/test'

const profile = process.env.WHYDENIED_PROFILE

export const test = profile === undefined ? playwrightTest : withProfile(profile)

/** A copy of the profile per test: what one test stores, the next one doesn't see. */
function withProfile(visited: string): typeof playwrightTest {
  return playwrightTest.extend({
    context: async (
      { playwright, launchOptions, baseURL, viewport, colorScheme, hasTouch, javaScriptEnabled, permissions },
      use,
    ) => {
      const copy = await mkdtemp(join(tmpdir(), 'whydenied-profile-'))
      await cp(visited, copy, { recursive: true })
      const context = await playwright.chromium.launchPersistentContext(copy, {
        ...launchOptions,
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(permissions === undefined ? {} : { permissions }),
        viewport,
        colorScheme,
        hasTouch,
        javaScriptEnabled,
      })
      await use(context)
      await context.close()
      await rm(copy, { recursive: true, force: true, maxRetries: 5 })
    },
  })
}
