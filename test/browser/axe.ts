// axe in the page itself: it gives only what it finds wrong. @axe-core/playwright carries every element that passed, too, which takes three times as long.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import { expect, type Page } from './test.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A theme changes colors and nothing else: in the second one, only their rules can find something new. */
const colors: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

const followed = { light: /^(?:light|auto)$/, dark: /^(?:dark|auto)$/ } as const

/** What axe finds wrong in the page, light and dark: one line per theme and rule, with the elements. Leaves the page dark. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  return [...(await axeFaultsIn(page, 'light')), ...(await axeFaultsIn(page, 'dark', colors))]
}

/** What axe finds wrong in the page in one theme. */
export async function axeFaultsIn(
  page: Page,
  theme: 'light' | 'dark',
  options: RunOptions = {},
): Promise<readonly string[]> {
  // Twice the time where the page has it from the other theme already.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  // The page for wrong addresses, which has no scripts of the site, stays "auto": its colors follow the system by CSS alone.
  await expect(page.locator('html')).toHaveAttribute('data-theme', followed[theme])
  return page.evaluate(
    async ({ theme, options }) => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...options })
      return violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    },
    { theme, options },
  )
}

declare global {
  interface Window {
    readonly axe: typeof import('axe-core')
  }
}
