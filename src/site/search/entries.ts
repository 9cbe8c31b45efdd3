// What the search knows of each page, read from its source when the site is built.

import { keywords } from '../../../content/keywords.ts'
import { type ServiceDenial, serviceDenials } from '../../../content/services/index.ts'
import { actionsOfPage, billingPages, type Reference, type Service } from '../../reference/index.ts'
import { keyPath, operatorPath } from '../../session/language-paths.ts'
import { checkCatalogue } from '../check-catalogue.ts'
import { guides } from '../guides/index.ts'
import { keyCatalogue, operatorCatalogue } from '../language/catalogue.ts'
import { keyTitle, operatorDescription, operatorTitle } from '../language/words.ts'
import { denialId, otherCausesOf } from '../service-denials.ts'
import type { SearchPage } from './page-entry.ts'
import { plainWords, stemOf, termsOf } from './words.ts'

/** An article's front matter and source. */
export interface Source {
  /** "billing/pass-role" */
  readonly id: string
  readonly title: string
  readonly description: string
  /** MDX without its front matter. */
  readonly body: string
}

/** Headings that every article has: they say nothing about it. */
const everywhere: ReadonlySet<string> = new Set(['Symptom', 'What it means', 'Check', 'Fix', 'Verify', 'Sources'])

/** Entries for all pages of the site: articles, guides, services, checks, and tools. */
export function searchPages(articles: readonly Source[], reference: Reference): readonly SearchPage[] {
  const others = [
    ...tools.map(([path, title, description]) => ({ path, title, description, names: '' })),
    ...guides.map(({ id, title, intro }) => ({ path: `guides/${id}`, title, description: intro, names: '' })),
    ...keyCatalogue().map(({ key, words }) => ({
      path: keyPath(key.name).slice(0, -1),
      title: keyTitle(key.name),
      description: words.holds,
      names: key.name,
    })),
    ...operatorCatalogue().map((entry) => ({
      path: operatorPath(entry.name).slice(0, -1),
      title: operatorTitle(entry),
      description: operatorDescription(entry),
      names: entry.name,
    })),
    ...checkCatalogue(reference).map(({ code, slug, title }) => ({
      path: `checks/${slug}`,
      title,
      description: '',
      names: code,
    })),
  ]
  const bare = others.map((page) => ({ ...page, keywords: keywords.get(page.path) ?? '', headings: [], text: '' }))
  const entries = articles.filter(({ id }) => id !== 'index').map(articleEntry)
  return [...withoutFrequent(entries), ...[...reference.services.values()].flatMap(serviceEntries), ...bare]
}

const tools: readonly (readonly [path: string, title: string, description: string])[] = [
  [
    'checker',
    'Checker',
    'Paste an error and your policies. The checker says which policy denied the request and what to change.',
  ],
  [
    'account',
    'Account: who can do what',
    'A map of permissions from files that stay in your browser: users and roles, Billing, administrators, access from outside.',
  ],
  [
    'used',
    'Used permissions: least privilege from CloudTrail',
    'The actions that each user, role, and permission set used, unused permissions, and their policies trimmed to that, with a proof.',
  ],
  ['compare', 'Compare policies', 'See what a new version of a policy allows that the old one doesn’t.'],
  [
    'data-changes',
    'What changed in the data',
    'New and removed actions, services, condition keys, and managed policies.',
  ],
  ['sources', 'Articles and their sources', 'Which pages of AWS each article was compared with, and when.'],
  ['checks', 'Policy checks', 'Every check, with a wrong and a right example.'],
  ['reference/elements', 'Policy elements', 'What each element of a policy is for.'],
  ['reference/operators', 'Condition operators', 'What each operator compares, with examples.'],
  ['reference/condition-keys', 'Global condition keys', 'What each key holds, and which requests carry it.'],
  [
    'services',
    'Services and policy types',
    'Which kinds of policies apply to which AWS service: resource-based policies, RCPs, tags, RAM, VPC endpoint policies.',
  ],
  ['reference', 'All AWS actions', 'Find an action by part of its name, and every service with its actions.'],
]

/** Words that occur in this many articles don’t distinguish them. */
const frequent = 0.08

/** Without words that too many articles have: they would be most of the index. */
function withoutFrequent(entries: readonly SearchPage[]): readonly SearchPage[] {
  const counts = new Map<string, number>()
  for (const word of entries.flatMap(({ text }) => text.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const isRare = (word: string): boolean => (counts.get(word) ?? 0) <= Math.max(5, frequent * entries.length)
  return entries.map((entry) => ({ ...entry, text: entry.text.split(' ').filter(isRare).join(' ') }))
}

/** A service's page, and one entry for each of its common denials. */
function serviceEntries({ prefix, name }: Service): readonly SearchPage[] {
  const path = `reference/${prefix}`
  const denials = serviceDenials.get(prefix) ?? []
  const page = {
    path,
    title: `${name} (${prefix})`,
    description: denials.length > 0 ? 'Common denials, ready-made policies, and every action.' : '',
    keywords: keywords.get(path) ?? '',
    headings: [],
    names: '',
    text: '',
  }
  return [
    page,
    ...denials.map((denial) => denialEntry(denial, page, `${name} ${prefix}`, otherCausesOf(prefix, denial))),
  ]
}

/** A common denial is found by its title, its service, and the words of its message and cause. */
function denialEntry(denial: ServiceDenial, page: SearchPage, service: string, others: readonly string[]): SearchPage {
  const [title, cause] = [shownTitle(denial.title), plain(denial.cause)]
  const description = /^.+?[.!?](?= |$)/.exec(cause)?.[0] ?? cause
  const shown = new Set(termsOf(`${title} ${service} ${description}`))
  const text = furtherWords(`${plain(denial.message)} ${cause} ${plain(others.join(' '))}`, shown).join(' ')
  const path = `${page.path}#${denialId(denial)}`
  const everyday = keywords.get(path) ?? ''
  return { path, title, whole: page.title, description, keywords: everyday, headings: [], names: '', text }
}

/** The table of Billing pages is drawn from data: its actions aren't in the article's text. */
const drawn: ReadonlyMap<string, string> = new Map([
  ['billing/pages-and-actions', billingPages.flatMap(actionsOfPage).join(' ')],
])

/** The search's entry for an article. */
function articleEntry({ id, title, description, body }: Source): SearchPage {
  const headings = [...withoutBlocks(body).matchAll(/^#{2,4} (.+)$/gm)].flatMap(([, text = '']) =>
    everywhere.has(text) ? [] : [plain(text)],
  )
  const words = `${plain(body)} ${drawn.get(id) ?? ''}`
  const names = [...new Set(words.match(/\b(?:[a-z][a-z0-9-]*:[A-Z]\w+|[A-Z][a-z]+(?:[A-Z][a-z]+)+)/g) ?? [])].join(' ')
  const shown = new Set(termsOf([title, description, names, ...headings].join(' ')))
  const text = furtherWords(words, shown).join(' ')
  return { path: id, title: shownTitle(title), description, keywords: keywords.get(id) ?? '', headings, names, text }
}

/** The plain words of a text that no other field has, one of each stem. */
function furtherWords(text: string, shown: ReadonlySet<string>): readonly string[] {
  const found = new Map(plainWords(text).map((word) => [stemOf(word), word]))
  return [...found].flatMap(([stem, word]) => (shown.has(stem) || word.length > longestWord ? [] : [word]))
}

/** Longer words are made up. */
const longestWord = 20

const withoutBlocks = (body: string): string => body.replaceAll(/^[ \t]*```[\s\S]*?^[ \t]*```[ \t]*$/gm, '')

/** A title is plain text: a star or an underscore in it belongs to a name. */
const shownTitle = (title: string): string => title.replaceAll('`', '')

/** Without MDX, markup, addresses, and placeholders. */
const plain = (text: string): string =>
  text
    .replaceAll(/^(?:import|export) .*$/gm, ' ')
    .replaceAll(/^## Sources$[\s\S]*/gm, ' ')
    .replaceAll(/^[ \t]*```json[\s\S]*?^[ \t]*```[ \t]*$/gm, ' ')
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .replaceAll(/https?:\/\/\S+/g, ' ')
    .replaceAll(/<[^>\n]*>/g, ' ')
    .replaceAll(/[`*_[\]|{}#]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
