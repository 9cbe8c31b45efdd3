// Playwright's own test. With WHYDENIED_PROFILE, every test starts in a browser that has visited the site before: scripts/test-nginx.ts stops the
// server after that visit, so whatever passes works from what the browser kept.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test as playwrightTest } from '@playwright/test'

export * from '@playwright/test'

const profile = process.env.WHYDENIED_PROFILE

/** Waits until the page's scripts have taken over its HTML: what's done before isn't seen. After a link, wait first for something of the new page. */
export const hydrated = (page: Page): Promise<void> => expect(page.locator('astro-island[ssr]')).toHaveCount(0)

export const test = profile === undefined ? playwrightTest : withProfile(profile)

/** What pages store by themselves, other than what the service worker keeps: the next test doesn't see it. */
const stored = ['Local Storage', 'Session Storage', 'Sessions', 'Cache', 'Code Cache']

/** A copy of the profile per worker of Playwright, and a browser of its own per test. */
function withProfile(visited: string): typeof playwrightTest {
  return playwrightTest.extend<object, { readonly ownProfile: string }>({
    ownProfile: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from here.
      async ({}, use) => {
        const copy = await mkdtemp(join(tmpdir(), 'whydenied-profile-'))
        await cp(visited, copy, { recursive: true })
        await use(copy)
        await rm(copy, { recursive: true, force: true, maxRetries: 5 })
      },
      { scope: 'worker', timeout: 300_000 },
    ],
    context: async (
      {
        ownProfile,
        playwright,
        launchOptions,
        baseURL,
        viewport,
        colorScheme,
        hasTouch,
        javaScriptEnabled,
        permissions,
      },
      use,
    ) => {
      for (const folder of stored) await rm(join(ownProfile, 'Default', folder), { recursive: true, force: true })
      const context = await playwright.chromium.launchPersistentContext(ownProfile, {
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
    },
  })
}
