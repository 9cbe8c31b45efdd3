import { expect, test } from 'vitest'
import { withEarlyModules } from '../../src/hosting/early-modules.ts'

const imports = new Map([
  ['a/page.js', ['a/x.js', 'a/y.js']],
  ['a/x.js', ['a/y.js', 'a/z.js']],
  ['a/z.js', ['a/x.js']],
  ['a/draw.js', []],
])
const link = (...files: string[]): string =>
  files.map((file) => `<link rel="modulepreload" href="/site/a/${file}" fetchpriority="low">`).join('')
const island = (client: string, file = 'page.js'): string =>
  `<astro-island component-url="/site/a/${file}" renderer-url="/site/a/draw.js" client="${client}">`
const page = (body: string, head = ''): string => `<head><title>x</title>${head}</head><body>${body}`

test.each([
  ['a page without islands', '<p>', ''],
  ['an island that waits until it is in sight', island('visible'), ''],
  ['an island', island('load'), link('page.js', 'draw.js', 'x.js', 'y.js', 'z.js')],
  [
    'two islands with the same imports',
    island('load', 'x.js') + island('load', 'z.js'),
    link('x.js', 'draw.js', 'z.js', 'y.js'),
  ],
  ['an island that imports nothing', island('load', 'draw.js'), link('draw.js')],
  ['text that looks like an island', `<script>s='${island('load')}'</script>`, ''],
])('%s', (_, body, links) => {
  expect(withEarlyModules(page(body), '/site', imports)).toBe(page(body, links))
})
