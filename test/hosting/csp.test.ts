import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { withPolicy } from '../../src/hosting/csp.ts'

const page = (body: string, head = '<meta charset="utf-8">'): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`

const policyOf = (html: string): string => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
const directive = (html: string, name: string): string =>
  policyOf(html)
    .split('; ')
    .find((each) => each.startsWith(`${name} `)) ?? ''
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('a page that holds nothing gets a policy that allows nothing but the site itself', () => {
  expect(policyOf(withPolicy(page(''), 'a page'))).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
  )
})

test.each([
  ['<astro-island uid="1" component-export="Checker">', "worker-src 'self' blob:"],
  ['<astro-island uid="1" component-export="GuideForm">', "worker-src 'self'"],
  ['<p>component-export="Checker"</p>', "worker-src 'self'"],
])('only the checker starts a worker from a Blob: %s', (body, expected) => {
  expect(directive(withPolicy(page(body), 'a page'), 'worker-src')).toBe(expected)
})

test('the policy comes first in the head, after the charset', () => {
  expect(withPolicy(page(''), 'a page')).toContain('<head><meta charset="utf-8"><meta http-equiv="Content-')
  expect(withPolicy(page('', '<title>x</title>'), 'a page')).toContain('<head><meta http-equiv="Content-')
})

test.each<readonly [string, string, 'script-src' | 'style-src', string]>([
  ['an inline script', '<script>let a = "<b>"</script>', 'script-src', hash('let a = "<b>"')],
  ['an inline module', '<script type="module">a()</script>', 'script-src', hash('a()')],
  ['a style sheet', '<style>a{}</style>', 'style-src', hash('a{}')],
  ['a style attribute', '<i style="top:0">', 'style-src', `'unsafe-hashes' ${hash('top:0')}`],
  ['its entities are read first', '<i style="x:&quot;a&quot;">', 'style-src', `'unsafe-hashes' ${hash('x:"a"')}`],
  ['after a value with ">"', '<i title="a>b" style="top:0">', 'style-src', `'unsafe-hashes' ${hash('top:0')}`],
  ['in a template, too', '<template><i style="top:0"></template>', 'style-src', hash('top:0')],
])('%s is allowed by its hash', (_, body, name, expected) => {
  expect(directive(withPolicy(page(body), 'a page'), name)).toContain(expected)
})

test.each([
  ['a script from a file', '<script src="./a.js"></script>'],
  ['data in a script', '<script type="application/json">{"a":1}</script>'],
  ['a style in a script', '<script src="a.js" data-style="x"></script>'],
])('%s needs no hash', (_, body) => {
  expect(policyOf(withPolicy(page(body), 'a page'))).not.toContain('sha256')
})

test('the same script twice is named once', () => {
  const html = withPolicy(page('<script>a()</script><script>a()</script>'), 'a page')
  expect(directive(html, 'script-src').match(/sha256/g)).toHaveLength(1)
})

test.each(['<b onclick="a()">', "<b ONCLICK='a()'>", '<b title="a>b" onload=a()>', '<svg><g onbegin="a()"></svg>'])(
  'an inline event handler fails the build: %s',
  (body) => {
    expect(() => withPolicy(page(body), 'about/index.html')).toThrow('about/index.html: an inline event handler')
  },
)

test('a word that begins like a handler is none', () => {
  expect(() => withPolicy(page('<b title="onclick=x" data-onload="x">on click="x"</b>'), 'a page')).not.toThrow()
})

test('a page without a head fails the build', () => {
  expect(() => withPolicy('<p>x</p>', 'half.html')).toThrow('half.html: the page has no head')
})
