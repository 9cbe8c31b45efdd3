import { expect, test } from 'vitest'
import { placeholder as base, portableHtml, portableScript, portableStyle } from '../../src/hosting/portable.ts'

test.each<readonly [string, string, string]>([
  ['a link of Astro', `<a href="${base}/billing/">`, '<a href="../billing/">'],
  ['the start page', `<a href="${base}/">`, '<a href="../">'],
  ['the bare base', `<a href="${base}">`, '<a href="../">'],
  ['a link that an author wrote', '<a href="/billing/x/#y">', '<a href="../billing/x/#y">'],
  ['a picture', `<img alt="" src='${base}/_astro/a.svg'>`, '<img alt="" src="../_astro/a.svg">'],
  ['an island', `<astro-island component-url="${base}/_astro/C.js">`, '<astro-island component-url="../_astro/C.js">'],
  ['after a value with ">"', `<i props="a>b" renderer-url="${base}/r.js">`, '<i props="a>b" renderer-url="../r.js">'],
  ['a data attribute with the base', `<i data-checker="${base}/checker/">`, '<i data-checker="../checker/">'],
  ['a data attribute that only looks like one', '<i data-code="/usr/bin">', '<i data-code="/usr/bin">'],
  ['another host', '<a href="https://aws.example/x">', '<a href="https://aws.example/x">'],
  ['another host without its scheme', '<a href="//aws.example/x">', '<a href="//aws.example/x">'],
  ['a relative link', '<a href="../x/">', '<a href="../x/">'],
  ['a place in the page', '<a href="#x">', '<a href="#x">'],
  ['a value that looks like a link', '<i title=" href=/x">', '<i title=" href=/x">'],
  ['a link after it', `<a title=' href="/x"' href="/x">`, `<a title=' href="/x"' href="../x">`],
  ['text that looks like a link', '<code>href=&quot;/x&quot;</code>', '<code>href=&quot;/x&quot;</code>'],
  ['a style sheet', `<style>a{background:url(${base}/a.svg)}</style>`, '<style>a{background:url(../a.svg)}</style>'],
])('%s', (_, html, expected) => {
  expect(portableHtml(html, '../')).toBe(expected)
})

test('an address that cannot be made relative fails the build', () => {
  expect(() => portableHtml(`<i data-list="a ${base}/b">`, './')).toThrow('an address stayed absolute')
  expect(() => portableScript(`f("x${base}/b")`, './')).toThrow('an address stayed absolute')
  expect(() => portableStyle(`a{content:"${base}/b"}`, './')).toThrow('an address stayed absolute')
})

test('an inline script finds the root from the page', () => {
  const html = portableHtml(`<script>go("${base}/x/")</script>`, '../')
  expect(html).toBe('<script>go((new URL("x/",new URL("../",document.baseURI)).pathname))</script>')
})

/** What a script's expression comes to, when the script lies at this address. */
function comesTo(expression: string, address: string): unknown {
  const code = portableScript(expression, '../').replaceAll('import.meta.url', JSON.stringify(address))
  return new Function('f', `return ${code}`)('c.css')
}

test.each<readonly [string, string, string, string]>([
  ['a literal', `"${base}/reference/"`, '/reference/', '/a/b/reference/'],
  ['a literal in single quotes', `'${base}/x.js'`, '/x.js', '/a/b/x.js'],
  ['a literal in backticks', `\`${base}/x.js\``, '/x.js', '/a/b/x.js'],
  ['the base with its slash', `"${base}/"`, '/', '/a/b/'],
  ['the bare base', `"${base}"+"/x"`, '/x', '/a/b/x'],
  ['a template', `\`${base}/y/\${f}\``, '/y/c.css', '/a/b/y/c.css'],
])('a script finds the root from its own address: %s', (_, expression, atRoot, below) => {
  expect(comesTo(expression, 'https://x.example/_astro/s.js')).toBe(atRoot)
  expect(comesTo(expression, 'https://x.example/a/b/_astro/s.js')).toBe(below)
})

test('a script without addresses stays as it is', () => {
  expect(portableScript('let a = "/x"', './')).toBe('let a = "/x"')
})

test.each([
  [`a{src:url(${base}/f.woff2)}`, 'a{src:url(../f.woff2)}'],
  [`a{src:url("${base}/f.woff2")}`, 'a{src:url("../f.woff2")}'],
  ['a{src:url(data:image/png,x)}', 'a{src:url(data:image/png,x)}'],
])('a style sheet: %s', (css, expected) => {
  expect(portableStyle(css, '../')).toBe(expected)
})
