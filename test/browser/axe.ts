// axe in the page itself: it gives only what it finds wrong. @axe-core/playwright carries every element that passed, too, which takes three times as long.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import type { Page } from './test.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A theme changes colors and nothing else: in the second one, only their rules can find something new. */
const colors: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

/** What axe finds wrong in the page, one line per rule: its name and the elements. With a color scheme, the dark one is looked at for its colors. */
export async function axeFaults(page: Page, colorScheme: 'light' | 'dark' = 'light'): Promise<readonly string[]> {
  await page.evaluate(source)
  return page.evaluate(
    async (options) => {
      const { violations } = await window.axe.run(document, options)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    },
    { resultTypes: ['violations' as const], ...(colorScheme === 'dark' ? colors : {}) },
  )
}

declare global {
  interface Window {
    readonly axe: typeof import('axe-core')
  }
}
