// A page of the search: its fields, and what it's about.
import { termsOf, wordsOf } from './words.ts'

/** A page as the index has it. */
export interface SearchPage {
  /** Below the site's root, without slashes at its ends: "billing/pass-role". A part of a page has its anchor, too: "reference/ecr#no-basic-auth-credentials". */
  readonly path: string
  readonly title: string
  /** The title of the page that it's a part of. */
  readonly whole?: string
  readonly description: string
  readonly headings: readonly string[]
  /** Everyday names of its subject, from content/keywords.ts. */
  readonly keywords: string
  /** Names of actions, keys, and error codes in it. */
  readonly names: string
  /** Its further words, each once. */
  readonly text: string
}

/** Pages as the search first loads them, a column for each field: likes next to each other compress better. What follows from the path isn't stored. */
export interface StoredPages {
  readonly paths: readonly string[]
  readonly titles: readonly string[]
  readonly descriptions: readonly string[]
  readonly keywords: readonly string[]
  readonly names: readonly string[]
  readonly headings: readonly (readonly string[])[]
}

export const stored = (pages: readonly SearchPage[]): StoredPages => ({
  paths: pages.map(({ path }) => path),
  titles: pages.map(({ path, title }) =>
    title.endsWith(inBrackets(path)) ? `${title.slice(0, -inBrackets(path).length)} ()` : title,
  ),
  descriptions: pages.map(({ description }) => description),
  keywords: pages.map(({ keywords }) => keywords),
  names: pages.map(({ path, names }) => (names === checkName(path) ? '' : names)),
  headings: pages.map(({ headings }) => headings),
})

export function restored({
  paths,
  titles,
  descriptions,
  keywords,
  names,
  headings,
}: StoredPages): readonly SearchPage[] {
  const whole = new Map(paths.map((path, i) => [path, (titles[i] ?? '').replace(/ \(\)$/, inBrackets(path))]))
  return paths.map((path, i) => {
    const [of = '', part] = path.split('#')
    return {
      path,
      title: whole.get(path) ?? '',
      ...(part !== undefined && { whole: whole.get(of) ?? '' }),
      description: descriptions[i] ?? '',
      headings: headings[i] ?? [],
      keywords: keywords[i] ?? '',
      names: names[i] || checkName(path),
      text: '',
    }
  })
}

/** The end of a service's title: "reference/s3" → " (s3)". */
const inBrackets = (path: string): string => ` (${path.replace(/^.*\//, '')})`

/** "checks/empty-array" → "EMPTY_ARRAY". */
const checkName = (path: string): string =>
  path.startsWith('checks/') ? path.slice('checks/'.length).replaceAll('-', '_').toUpperCase() : ''

/** Their further words in the same order, for what has words that no page shows. */
export const textsOf = (pages: readonly SearchPage[]): readonly string[] => pages.map(({ text }) => text)
export const withTexts = (pages: readonly SearchPage[], texts: readonly string[]): readonly SearchPage[] =>
  pages.map((page, i) => ({ ...page, text: texts[i] ?? '' }))

/** What a page is about, in the forms that the ranking compares. */
export interface Entry {
  readonly page: SearchPage
  readonly phrases: readonly (readonly string[])[]
  /** The stems of its description. */
  readonly description: readonly string[]
  /** What it's about, letter by letter. */
  readonly subjects: ReadonlySet<string>
  /** The same as stems, in any order. */
  readonly keys: ReadonlySet<string>
  /** Stems that are next to each other in its title, everyday names, headings, or description. */
  readonly pairs: ReadonlySet<string>
  /** The stems of its everyday names. */
  readonly everyday: ReadonlySet<string>
  /** Stems of its service's name, if it belongs to one. */
  readonly service: ReadonlySet<string>
  /** Is it all that the site says of a service? */
  readonly isAlone: boolean
}

/** `hasParts`: common denials of it are entries, too. */
export function entryOf(page: SearchPage, hasParts = false): Entry {
  const phrases = phrasesOf(page)
  const keys = new Set(phrases.map(keyOf))
  const description = stemsOf(page.description)
  const headings = page.headings.map(stemsOf)
  const pairs = new Set([...phrases, description, ...headings].flatMap(pairsOf))
  const everyday = new Set(termsOf(page.keywords))
  const service = serviceOf(page)
  const isAlone = service.size > 0 && !isPart(page) && !hasParts
  return { page, phrases, description, subjects: subjectsOf(page), keys, pairs, everyday, service, isAlone }
}

/** Words in many names of services. */
const inManyNames: ReadonlySet<string> = new Set(
  termsOf('Amazon service manager management system cloud data user account for'),
)

/** "Amazon Simple Queue Service (sqs)" → simple, queue, sqs. */
const serviceOf = ({ path, title, whole = title }: SearchPage): ReadonlySet<string> =>
  new Set(/^reference\/[\w-]+(?:#|$)/.test(path) ? termsOf(whole).filter((stem) => !inManyNames.has(stem)) : [])

const stemsOf = (text: string): readonly string[] => wordsOf(text).map(({ whole }) => whole)

/** Stems that are next to each other. */
export const pairsOf = (stems: readonly string[]): readonly string[] =>
  stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`)

/** Stems without their order. */
export const keyOf = (stems: readonly string[]): string => [...new Set(stems)].toSorted().join(' ')

/** The subject of a page: its title's parts, and everyday names. */
const subjectsOf = (page: SearchPage): ReadonlySet<string> => {
  const { title, keywords } = page
  // The title of a part says something only together with its service.
  const titles = isPart(page)
    ? [`${fieldOf(page, 'name')} ${title}`]
    : [title, ...(title.split(' – ')[0] ?? '').split('”, ')]
  return new Set([...titles, ...keywords.split(',')].map(plainly))
}

/** Is it a common denial on the page of a service? */
const isPart = ({ path }: SearchPage): boolean => path.includes('#')

/** The same, as stems. */
const phrasesOf = (page: SearchPage): readonly (readonly string[])[] =>
  [...subjectsOf(page)].map(stemsOf).filter((stems) => stems.length > 0)

/** Letters, digits, and single blanks, in lower case. */
export const plainly = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}:]+/gu, ' ')
    .trim()

/** The text of a field of the index. */
export function fieldOf(page: SearchPage, field: string): string {
  switch (field) {
    case 'name':
      return page.path.replace(/^.*\/|#.*$/g, '')
    case 'headings':
      return page.headings.join('. ')
    case 'names':
      // A common denial is found by its service's name, too.
      return page.names || (page.whole ?? '')
    case 'title':
    case 'description':
    case 'keywords':
    case 'text':
    case 'path':
      return page[field]
    default:
      return ''
  }
}
