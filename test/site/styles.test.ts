// What makes a style sheet slow for a whole page.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = globSync('src/**/*.{css,astro}')

test.each(files)(
  '%s: no rule asks the root what is in the page, or every change would style the whole page again',
  (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/(?:^|[\s,}])(?:html|:root|body)[^\s{},>+~]*:has\(/m)
  },
)
