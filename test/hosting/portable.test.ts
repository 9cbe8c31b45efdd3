import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { withPolicy } from '../../src/hosting/csp.ts'
import { placeholder, portableHtml, portableScript, portableStyle } from '../../src/hosting/portable.ts'

describe('addresses become relative', () => {
  test.each<[html: string, toRoot: string, expected: string]>([
    [`<a href="${placeholder}/billing/x/">`, '../', '<a href="../billing/x/">'],
    [`<a href="${placeholder}">`, './', '<a href="./">'],
    ['<a href="/checker/?example=a">', '../../', '<a href="../../checker/?example=a">'],
    [
      `<script type="module" src="${placeholder}/_astro/a.js"></script>`,
      './',
      '<script type="module" src="./_astro/a.js"></script>',
    ],
    [
      `<astro-island component-url="${placeholder}/_astro/a.js">`,
      '../',
      '<astro-island component-url="../_astro/a.js">',
    ],
    [`<paste-box data-checker="${placeholder}/checker/">`, './', '<paste-box data-checker="./checker/">'],
    ['<a href="//elsewhere.example/">', './', '<a href="//elsewhere.example/">'],
    ['<a href="https://docs.aws.amazon.com/x">', './', '<a href="https://docs.aws.amazon.com/x">'],
    ['<p data-text="/not/an/address">', './', '<p data-text="/not/an/address">'],
    ['<p>a href="/in the text"</p>', './', '<p>a href="/in the text"</p>'],
  ])('%s', (html, toRoot, expected) => {
    expect(portableHtml(html, toRoot)).toBe(expected)
  })

  test('in scripts they are worked out from the script itself', () => {
    const code = portableScript(`fetch("${placeholder}/reference/"+x)`, '../')
    expect(code).toBe('fetch((new URL("reference/",new URL("../",import.meta.url)).pathname)+x)')
  })

  test('in templates too', () => {
    const code = portableScript(`\`${placeholder}/a/\${b}\``, '../')
    const value = new Function('url', `const b = 1; return ${code.replaceAll('import.meta.url', 'url')}`)(
      'http://h/x/y/_astro/s.js',
    )
    expect(value).toBe('/x/y/a/1')
  })

  test('in style sheets they are relative to the sheet', () => {
    expect(portableStyle(`a{background:url(${placeholder}/_astro/f.woff2)}`, '../')).toBe(
      'a{background:url(../_astro/f.woff2)}',
    )
  })
})

describe('the policy', () => {
  const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const page = (body: string): string => `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`

  test.each<[what: string, body: string, expected: string]>([
    ['inline scripts', '<script>a()</script>', sha('a()')],
    ['style elements', '<style>p{}</style>', sha('p{}')],
    ['style attributes, decoded', '<p style="--a:&quot;x&quot;">', sha('--a:"x"')],
  ])('names the hash of %s', (_, body, expected) => {
    expect(withPolicy(page(body), 'x')).toContain(expected)
  })

  test('stands first in the head, behind the charset', () => {
    expect(withPolicy(page(''), 'x')).toMatch(/<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/)
  })

  test('a page with an inline handler breaks the build', () => {
    expect(() => withPolicy(page('<p onclick="x()">'), 'x')).toThrow(/handler/)
  })

  test('a handler in a text is none', () => {
    expect(() => withPolicy(page('<pre>onclick="x()"</pre>'), 'x')).not.toThrow()
  })
})
