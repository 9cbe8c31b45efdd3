// The glossary: its page, content/start/glossary.mdx, is its data. In other articles the first occurrence of a term leads there.
import { readFileSync } from 'node:fs'
import { defineHastPlugin, defineMdastPlugin, type MdastTarget, type MdastVisitorContext } from 'satteri'

/** One row of the glossary's table. */
export interface Term {
  /** The row's anchor. */
  readonly id: string
  /** The words for the term in a text, in their base form. */
  readonly words: readonly string[]
  /** Plain text. */
  readonly means: string
  /** Its article, if the row links to one: "/policies/scp/". */
  readonly article: string | undefined
}

/** Everyday words that readers already know; marking them would only add noise. */
const everyday: ReadonlySet<string> = new Set([
  'account',
  'action',
  'administrator',
  'allow',
  'bill',
  'caller',
  'context',
  'gate',
  'permission',
  'resource',
  'statement',
])

/** The terms in a text that holds the glossary's table. */
export const readGlossary = (page: string): readonly Term[] =>
  [...page.matchAll(/^\| (?!Term \||---)(.+?) \| (.+) \|$/gm)].map(([, term = '', meaning = '']) => {
    const names = plain(term).split(', ')
    const [, long] = /^[A-Z]+$/.test(names[0] ?? '') ? (/^([^:.]+): /.exec(meaning) ?? []) : []
    return {
      id: slug(names[0] ?? ''),
      words: [...names, ...(long ? [long] : [])].filter((word) => !everyday.has(word.toLowerCase())),
      means: plain(meaning),
      article: /^\[.*\]\((.*)\)$/.exec(term)?.[1],
    }
  })

const plain = (markdown: string): string => markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')
const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** A run of an article's text; `term` is set if the run names a term. */
export interface Run {
  readonly text: string
  readonly term?: Term
}

/** Finds terms in the texts of one article, each once: call it with text after text. */
export function termFinder(terms: readonly Term[], page: string): (text: string) => readonly Run[] {
  const open = new Map(
    terms.filter(({ article }) => article !== page).flatMap((term) => term.words.map((word) => [word, term] as const)),
  )
  return (text) => {
    const runs: Run[] = []
    let rest = text
    for (;;) {
      const found = firstOf(open, rest)
      if (!found) break
      const { term, at, length } = found
      for (const word of term.words) open.delete(word)
      if (at > 0) runs.push({ text: rest.slice(0, at) })
      runs.push({ text: rest.slice(at, at + length), term })
      rest = rest.slice(at + length)
    }
    return rest === '' ? runs : [...runs, { text: rest }]
  }
}

interface Found {
  readonly term: Term
  readonly at: number
  readonly length: number
}

/** The first term in a text; of two that begin together, the longer. */
function firstOf(terms: ReadonlyMap<string, Term>, text: string): Found | undefined {
  let first: Found | undefined
  for (const [word, term] of terms) {
    const match = pattern(word).exec(text)
    if (!match) continue
    const found = { term, at: match.index, length: match[0].length }
    if (!first || found.at < first.at || (found.at === first.at && found.length > first.length)) first = found
  }
  return first
}

const patterns = new Map<string, RegExp>()

/** A word in singular or plural, not as a part of another. An abbreviation is one in capitals only. */
function pattern(word: string): RegExp {
  const known = patterns.get(word)
  if (known) return known
  const letters = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const forms = letters.endsWith('y') ? `${letters.slice(0, -1)}(?:y|ies)` : `${letters}s?`
  const made = new RegExp(`(?<![\\w-])${forms}(?![\\w-])`, /^[A-Z]+$/.test(word) ? '' : 'i')
  patterns.set(word, made)
  return made
}

const glossary = 'start/glossary'
/** Nothing is marked inside these. */
const untouched: ReadonlySet<string> = new Set([
  'heading',
  'link',
  'linkReference',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
])

interface About {
  readonly fileURL: URL | undefined
}

const pageOf = ({ fileURL }: About): string | undefined => /\/content\/(.*)\.mdx?$/.exec(fileURL?.pathname ?? '')?.[1]
const terms = (): readonly Term[] => readGlossary(readFileSync(`content/${glossary}.mdx`, 'utf8'))

/** Does the article show its description as a lead? `id` is the article's: "billing/budgets". */
export const hasLead = (id: string): boolean =>
  /^(?:billing|messages|policies|roles|credentials|start|hosting|reference\/(?:condition-keys|operators|elements))(?:\/|$)/.test(
    id,
  )

/** The terms in the lead of an article. */
export const termsInLead = (lead: string, id: string): readonly Run[] =>
  id === glossary ? [{ text: lead }] : termFinder(terms(), `/${id}/`)(lead)

/** Finds the terms in an article's own texts, without those that its lead has already. `source` is the article with its front matter. */
export function termFinderBelowLead(source: string, id: string): (text: string) => readonly Run[] {
  const find = termFinder(terms(), `/${id}/`)
  const lead = /^description: (.+)$/m.exec(source)?.[1]
  if (lead !== undefined && hasLead(id)) find(lead)
  return find
}

/** The address of a term's row. */
export const termAddress = ({ id }: Term): string => `/${glossary}/#${id}`

/** Makes the terms of one article links with their meaning. */
export function markTerms(about: About) {
  const page = pageOf(about)
  if (page === undefined || page === 'index' || page === glossary) return undefined
  const find = termFinderBelowLead(readFileSync(`content/${page}.mdx`, 'utf8'), page)
  return defineMdastPlugin({
    name: 'whydenied-terms',
    text(node, context) {
      if (isUntouched(node, context)) return
      const runs = find(node.value)
      if (runs.some(({ term }) => term)) context.replaceNode(node, runs.map(nodeFor))
    },
  })
}

function isUntouched(node: Readonly<MdastTarget>, context: MdastVisitorContext): boolean {
  const above = context.parent(node)
  if (!above || above.type === 'root') return false
  return untouched.has(above.type) || isUntouched(above, context)
}

/** Gives the rows of the glossary their anchors. */
export function anchorTerms(about: About) {
  if (pageOf(about) !== glossary) return undefined
  const ids = new Set(terms().map(({ id }) => id))
  return defineHastPlugin({
    name: 'whydenied-glossary',
    element: {
      filter: ['td'],
      visit(node, context) {
        const [name = ''] = context.textContent(node).split(', ')
        if (ids.delete(slug(name))) context.setProperty(node, 'id', slug(name))
      },
    },
  })
}

function nodeFor({ text, term }: Run) {
  const words = { type: 'text' as const, value: text }
  if (!term) return words
  const data = { hProperties: { class: 'term', 'data-means': term.means } }
  return { type: 'link' as const, url: termAddress(term), data, children: [words] }
}
