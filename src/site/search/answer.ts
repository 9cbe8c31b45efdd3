// What the search shows for a text: pages about a pasted error, the pages that fit the words, and the reference's row of an action.
import type { ActionNames } from '../../reference/index.ts'
import { actionArticle } from '../action-articles.ts'
import type { PastedError } from '../find-article.ts'
import { mostUsedServices } from '../most-used-services.ts'
import type { Asked } from './asked.ts'
import type { Hit, Ranking } from './rank.ts'

export interface SearchAnswer {
  /** Pages about the pasted error, the best first; empty where the text isn't one. */
  readonly about: readonly Hit[]
  readonly hits: readonly Hit[]
}

/** The page for a message without any detail: right only where nothing else is. */
const lastResort = 'messages/no-detail'

/** The most pages about an error, and the most of other pages below them. */
const mostAbout = 5
const mostBelow = 4

/** What was found out about a typed text apart from the ranking; undefined where it isn't loaded. */
export interface Known {
  readonly pasted?: PastedError | undefined
  readonly actions?: ActionNames | undefined
  readonly asked?: Asked | undefined
}

/** Puts the findings together. `pasted` is what the text says if it's an error; `actions` are the names of AWS's actions, where they were needed; `asked` is what's known of phrases. */
export function answerSearch(typed: string, ranking: Ranking, { pasted, actions, asked }: Known = {}): SearchAnswer {
  const ranked = ranking.rank(typed, asked)
  const articles = (pasted?.articles ?? []).flatMap((path) => ranking.page(path) ?? [])
  const real = articles.filter(({ path }) => path !== lastResort)
  if (pasted?.isMessage && real.length > 0) {
    const [best] = ranked
    const subject = best && !isCode(typed) && saysMore(best, real[0]) ? [best] : []
    const about = [...subject, ...others(real, subject)].slice(0, mostAbout)
    return { about, hits: others(ranked, about).slice(0, mostBelow) }
  }
  const rows = actionHits(typed, actions, ranking)
  const first = firstOf(typed, rows, ranked, ranking)
  return {
    about: [],
    hits: distinct([...(first ? [first] : []), ...rows, ...others(ranked, first ? [first] : []), ...articles]),
  }
}

/** Is what was typed so much like a page's own phrase that the page comes before the article that the message leads to? */
const saysMore = (page: Hit, article: Hit | undefined): boolean =>
  page.isSubject ||
  (article?.path.startsWith('messages/') === true &&
    page.likeness >= (article.path === anyGate ? halfAlike : likeEnough))

/** For articles about a form of message, which many causes share. */
const likeEnough = 0.7

/** For the article that helps with any denial: it says nothing about this one. */
const halfAlike = 0.5
const anyGate = 'messages/which-gate'

/** The first page: the article about the action that's named; else, for an action alone, a page about it, which says more than its row. */
function firstOf(typed: string, rows: readonly Hit[], ranked: readonly Hit[], ranking: Ranking): Hit | undefined {
  const [row] = rows
  const isAlone = isOneName(typed)
  if (!row || !(isAlone || isOneAction(typed))) return ranked[0]
  const article = actionArticle(row.section?.text)
  // One about policies is about more actions than that.
  if (article !== undefined && !article.startsWith('policies/')) return ranking.page(article)
  return isAlone ? ranked.slice(0, mostBelow).find(({ isAbout }) => isAbout) : ranked[0]
}

/** Is it worth loading the names of all actions? They matter for a word that looks like one. */
export const mayNameAction = (typed: string, ranking: Ranking): boolean =>
  operationsIn(typed).length > 0 ||
  namesIn(typed).some((name) => /[a-z][A-Z]|:/.test(name) || (name.length > 5 && !ranking.knows(name)))

/** Is it worth loading the further words of the pages? They matter for a word that no title, description, or everyday name has. */
export const mayBeInText = (typed: string, ranking: Ranking): boolean =>
  (typed.slice(0, 300).match(/\p{L}{4,}/gu) ?? []).some((word) => !ranking.knows(word))

/** Is it worth reading the text as an error? Reading loads the engine. */
export const mayBeError = (typed: string): boolean =>
  isCode(typed) || (typed.length >= 25 && (errorLike.test(typed) || isSentence(typed)))

/** One name with capitals inside, such as "InvalidClientTokenId". */
const isCode = (typed: string): boolean => /^\s*(?:[A-Z][a-z0-9]*\.?){2,10}\s*$/.test(typed.slice(0, 80))

/** Begins with a capital and goes on for some words, as messages do; people who ask write in lower case or end with a question mark. */
const isSentence = (typed: string): boolean => /^[^\p{L}]{0,5}\p{Lu}\S*(?:\s+\S+){4}/u.test(typed.slice(0, 300))

const errorLike =
  /authoriz|denied|forbidden|expired|invalid|token|signature|credential|permission|error|explicit|blocked|suspended|unavailable|could not|not enabled|fail|unable|exceeded|refused|doesn.t have access|because no |privilege/i

const namesIn = (typed: string): readonly string[] => typed.slice(0, 300).match(/[\w-]+:\w+|\w+/g) ?? []

/** Operations as the CLI writes them: "get-cost-and-usage". */
const operationsIn = (typed: string): readonly string[] =>
  (typed.slice(0, 300).match(/(?<![\w-])[a-z]+(?:-[a-z0-9]+)+(?![\w-])/g) ?? []).map((name) => name.replaceAll('-', ''))

/** Words that people and messages use of every action. */
const generic =
  /^(?:access|denied|accessdenied(?:exception)?|unauthorized(?:operation)?|error|exception|forbidden|403|permissions?|missing|need|no|not|isn?t?|allowed|authorized?|to|perform|user|action|operation|api|aws|iam)$/i

/** One name alone, or next to words like "access denied". */
const isOneName = (typed: string): boolean => namesIn(typed).filter((name) => !generic.test(name)).length === 1

/** One action in AWS's spelling, within other words. */
const isOneAction = (typed: string): boolean =>
  namesIn(typed).filter((name) => /^[a-z][\w-]*:[A-Z]/.test(name)).length === 1

/** The rows of the reference for actions that the text names in full. */
function actionHits(typed: string, actions: ActionNames | undefined, ranking: Ranking): readonly Hit[] {
  if (!actions) return []
  // "retrieve" and "delete" are actions, too, but usually words.
  const isWord = (name: string): boolean => !/[a-z][A-Z]|:/.test(name) && ranking.knows(name)
  const names = isOneName(typed) ? namesIn(typed) : namesIn(typed).filter((name) => !isWord(name))
  const wanted = [...names, ...operationsIn(typed)].map((name) => name.toLowerCase())
  return [...actions]
    .flatMap(([prefix, names]) =>
      names
        .filter((name) =>
          wanted.includes(name.toLowerCase()) ? name.length > 5 : wanted.includes(`${prefix}:${name.toLowerCase()}`),
        )
        .flatMap((name) => rowHit(prefix, name, ranking)),
    )
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, mostRows)
}

/** Of several services with an action of this name, people mean the one that more people use. */
function rankOf({ path }: Hit): number {
  const place = mostUsedServices.indexOf(path.replace('reference/', ''))
  return place === -1 ? mostUsedServices.length : place
}

/** Of a name that many services have. */
const mostRows = 4

function rowHit(prefix: string, name: string, ranking: Ranking): readonly Hit[] {
  const page = ranking.page(`reference/${prefix}`)
  if (!page) return []
  return [{ ...page, section: { text: `${prefix}:${name}`, anchor: name.toLowerCase() } }]
}

const others = (hits: readonly Hit[], than: readonly Hit[]): readonly Hit[] =>
  hits.filter(({ path }) => !than.some((hit) => hit.path === path))

const distinct = (hits: readonly Hit[]): readonly Hit[] => [
  ...new Map(
    hits.map((hit) => [`${hit.path}#${hit.path.startsWith('reference/') ? hit.section?.anchor : ''}`, hit]),
  ).values(),
]
