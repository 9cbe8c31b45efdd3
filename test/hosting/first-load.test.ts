// What a browser loads before anyone types, read from the built site: every script that a page names, with all that these import.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { dist } from '../../scripts/serve.ts'
import { attributesOf, piecesOf } from '../../src/hosting/tags.ts'

const read = (file: string): string => readFileSync(join(dist, file), 'utf8')

/** The attributes that name a script which runs without anyone's doing. */
const names = new Set(['src', 'component-url', 'renderer-url', 'before-hydration-url'])

/** The scripts that a page names, as paths in the site. */
function namedIn(page: string): readonly string[] {
  return piecesOf(read(page))
    .flatMap((piece) =>
      piece.is === 'tag' && /^(?:script|astro-island)$/.test(piece.name) ? attributesOf(piece.text) : [],
    )
    .filter(({ name }) => names.has(name))
    .map(({ value }) => join(dirname(page), value))
}

/** What a script imports before it runs; import("…") comes later, on demand. */
const importsIn = (script: string): readonly string[] =>
  [...read(script).matchAll(/(?:^|[;}\s])(?:import|export)(?:[\w$*{},\s]*from)?\s*["'](\.[^"']+)["']/g)].map(
    ([, path = '']) => join(dirname(script), path),
  )

function firstLoad(page: string): ReadonlySet<string> {
  const found = new Set(namedIn(page))
  for (const script of found) for (const next of importsIn(script)) found.add(next)
  return found
}

const gzipped = (files: Iterable<string>): number =>
  [...files].reduce((total, file) => total + gzipSync(read(file)).length, 0)

/** Sentences of the engine's causes and checks, as its sources spell them. */
const sentences: readonly string[] = ['src/advise/causes', 'src/lint/checks'].flatMap((folder) =>
  readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/'([^'\\\n]* [^'\\\n]{40,})'/g)].map(
      ([, sentence = '']) => sentence,
    ),
  ),
)
const spokenIn = (file: string): readonly string[] => {
  const text = read(file)
  return sentences.filter((sentence) => text.includes(sentence))
}

describe.each([
  ['the checker', 'checker/index.html', 90_000],
  ['the comparison', 'compare/index.html', 90_000],
  ['the account page', 'account/index.html', 90_000],
  ['the page about used permissions', 'used/index.html', 90_000],
  ['the home page', 'index.html', 60_000],
])('%s', (_, page, most) => {
  const files = firstLoad(page)

  test(`loads at most ${most / 1000} KB of scripts, compressed`, () => {
    expect(files.size).toBeGreaterThan(5)
    expect(gzipped(files)).toBeGreaterThan(10_000)
    expect(gzipped(files)).toBeLessThanOrEqual(most)
  })

  test('loads nothing of the engine', () => {
    expect([...files].filter((file) => /\/worker-/.test(file))).toEqual([])
    expect([...files].flatMap(spokenIn)).toEqual([])
  })
})

test('the engine’s worker would be found by its sentences', () => {
  // The comparison has a worker of its own, which says none of them.
  const workers = readdirSync(join(dist, '_astro')).filter((file) => /^worker-.*\.js$/.test(file))
  expect(sentences.length).toBeGreaterThan(100)
  expect(Math.max(...workers.map((worker) => spokenIn(`_astro/${worker}`).length))).toBeGreaterThan(
    sentences.length * 0.8,
  )
})

test('the checker’s first load is the one that its page names', () => {
  const names = [...firstLoad('checker/index.html')].map((file) => file.replace(/^_astro\/|\..*$/g, ''))
  expect(names).toContain('Checker')
  expect(names).toContain('preact')
})

test('code in articles has no styles of its own', () => {
  const page = read('billing/pass-role/index.html')
  expect(page).toContain('class="wd-syntax-key"')
  expect(page).not.toMatch(/style="--0:/)
})

test('the checker’s page asks for all scripts of its first load at once', () => {
  const early = [...read('checker/index.html').matchAll(/<link rel="modulepreload" href="\.\.\/([^"]+)"/g)].map(
    ([, path]) => path,
  )
  const [checker = ''] = namedIn('checker/index.html').filter((path) => path.includes('/Checker.'))
  const needed = new Set([checker])
  for (const script of needed) for (const next of importsIn(script)) needed.add(next)
  expect(needed.size).toBeGreaterThan(5)
  expect(early).toEqual(expect.arrayContaining([...needed]))
})
