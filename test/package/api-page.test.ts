import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apiPage } from '../../scripts/write-api-page.ts'

test('the page about the npm package is what the docstrings say: run node scripts/write-api-page.ts', () => {
  expect(readFileSync('content/tools/api.mdx', 'utf8')).toBe(apiPage('.'))
})
