import { expect, it } from 'vitest'
import { siteRoot } from '../../src/checker/site.ts'

it.each([
  ['https://example.com/checker/', 'https://example.com/'],
  ['https://example.com/a/b/checker/?example=x#paste=y', 'https://example.com/a/b/'],
  ['https://example.com/a/b/checker/index.html', 'https://example.com/a/b/'],
  ['https://example.com/a/checker', 'https://example.com/a/'],
  ['https://example.com/a/checker.html', 'https://example.com/a/'],
  ['https://example.com/checker/checker/', 'https://example.com/checker/'],
])('the root above %s is %s', (href, root) => expect(siteRoot(href)).toBe(root))
