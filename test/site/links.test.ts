// The bookmark that takes selected text along, and the programs in the article about links.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { fromFragment } from '../../src/session/case-file.ts'
import { longestFragment, readLink } from '../../src/session/links-in.ts'
import { bookmarklet } from '../../src/site/links/bookmarklet.ts'

const checker = 'https://whydenied.example.com/checker/'

interface Page {
  readonly selected?: string
  /** The text area that has the focus, and its selection. */
  readonly box?: { readonly value: string; readonly selectionStart: number; readonly selectionEnd: number }
  /** What is selected in its frames; undefined for frames of other sites. */
  readonly frames?: readonly (string | undefined)[]
}

/** Runs the bookmark on a page. Gives the address that it opens, or what it says. */
function clickOn({ selected = '', box, frames = [] }: Page): { readonly opened?: string; readonly said?: string } {
  const outcome: { opened?: string; said?: string } = {}
  const result: unknown = runInNewContext(decodeURIComponent(bookmarklet(checker).replace(/^javascript:/, '')), {
    getSelection: () => selected,
    alert: (said: string) => Object.assign(outcome, { said }),
    open: (opened: string, target: string, features: string) => {
      expect([target, features]).toEqual(['_blank', 'noopener'])
      Object.assign(outcome, { opened })
    },
    document: {
      activeElement: box ? { tagName: 'TEXTAREA', ...box } : { tagName: 'BODY' },
      querySelectorAll: () =>
        frames.map((text) => ({
          get contentWindow() {
            if (text === undefined) throw new Error('SecurityError')
            return { getSelection: () => text }
          },
        })),
    },
  })
  // A bookmark that gives anything else replaces the page with it.
  expect(result).toBeUndefined()
  return outcome
}

const pasteOf = ({ opened = '' }: { readonly opened?: string }): string | undefined =>
  opened.startsWith(checker) ? readLink(new URL(opened).hash)?.paste : undefined

test.each<[title: string, page: Page, paste: string]>([
  ['the selected text', { selected: 'User: … is not authorized & more' }, 'User: … is not authorized & more'],
  ['the selection in a text area', { box: { value: 'an error here', selectionStart: 3, selectionEnd: 8 } }, 'error'],
  ['the selection in a frame', { frames: [undefined, '', 'Access Denied'] }, 'Access Denied'],
  ['the page before its frames', { selected: 'mine', frames: ['other'] }, 'mine'],
  ['half a pair of characters', { selected: 'x\ud83d' }, 'x\u{fffd}'],
  ['what looks like code', { selected: '"</script>\'`${1}' }, '"</script>\'`${1}'],
])('the bookmark takes %s along', (_, page, paste) => {
  expect(pasteOf(clickOn(page))).toBe(paste)
})

test('without a selection it says what to do, and opens nothing', () => {
  expect(clickOn({ selected: ' \n' })).toEqual({ said: expect.stringContaining('Select the error') })
})

test('a selection that is too long for a link opens the checker without it', () => {
  expect(clickOn({ selected: 'x'.repeat(longestFragment) })).toEqual({
    said: expect.stringContaining('too long'),
    opened: checker,
  })
})

const article = readFileSync('content/tools/links.mdx', 'utf8')
const programs = [...article.matchAll(/^```(python|js)\n([\s\S]*?)^```/gm)].map(([, language = '', code = '']) => ({
  language,
  kind: code.includes('#case=') ? 'case' : 'paste',
  code,
}))

test('the article has programs in two languages', () => {
  expect(programs.map(({ language, kind }) => `${language} ${kind}`)).toEqual([
    'python paste',
    'python case',
    'js case',
  ])
})

test.each(programs)(
  'the article’s program in $language makes a link with a $kind',
  async ({ language, kind, code }) => {
    const [command, ...args] =
      language === 'python' ? ['python3', '-c'] : [process.execPath, '--input-type=module', '-e']
    const { stdout, stderr } = spawnSync(command ?? '', [...args, code], { encoding: 'utf8' })
    expect(stderr).toBe('')
    const link = readLink(new URL(stdout.trim()).hash)
    if (kind === 'paste') {
      expect(link?.paste).toMatch(/^User: .* is not authorized/)
      return
    }
    const read = await fromFragment(link?.packedCase ?? '')
    expect(read).toMatchObject({
      ok: true,
      file: { given: { policies: [{ type: 'scp' }], context: { 'aws:RequestedRegion': 'eu-central-1' } } },
    })
  },
)

test('the article names the limits', () => {
  expect(article).toContain('30,000 characters')
  expect(longestFragment).toBe(30_000)
})
