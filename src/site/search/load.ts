// Loads what the search needs, when someone first opens it.
import type { ActionNames } from '../../reference/index.ts'
import { answerSearch, mayBeError, mayBeInText, mayNameAction, type SearchAnswer } from './answer.ts'
import { type Asked, askedOf } from './asked.ts'
import { restored, type SearchPage, withTexts } from './page-entry.ts'
import { createRanking, type Ranking } from './rank.ts'

/** Answers a typed text. `early` gets the answer that needs nothing more to be loaded, if there will be a better one. */
export type Ask = (typed: string, early: (answer: SearchAnswer) => void) => Promise<SearchAnswer>

/** `root` is the site's address with a slash at its end. Rejects if the index can't be loaded. */
export async function loadSearch(root: string): Promise<Ask> {
  const pages = restored(await jsonAt(`${root}search.json`))
  const ranking = await createRanking(pages)
  let actions: Promise<ActionNames | undefined> | undefined
  let whole: Promise<Ranking> | undefined
  // After the index, so that the first result doesn't wait for it.
  let asked: Asked | undefined
  const askedLoads = loadAsked(root, pages).then((loaded) => {
    asked = loaded
  })
  return async (typed, early) => {
    const namesAction = mayNameAction(typed, ranking)
    const isError = mayBeError(typed)
    const needsText = mayBeInText(typed, ranking)
    if (namesAction || isError || needsText || !asked) early(answerSearch(typed, ranking, { asked }))
    if (namesAction) actions ??= loadActions(root)
    if (needsText) whole ??= loadWhole(root, pages, ranking)
    const reader = isError ? await import('../find-article.ts') : undefined
    await askedLoads
    return answerSearch(typed, needsText && whole ? await whole : ranking, {
      pasted: reader?.readPasted(typed),
      actions: namesAction ? await actions : undefined,
      asked,
    })
  }
}

/** What phrases say about the pages; undefined where it can't be loaded. */
async function loadAsked(root: string, pages: readonly SearchPage[]): Promise<Asked | undefined> {
  try {
    return askedOf(
      await jsonAt(`${root}search-asked.json`),
      pages.map(({ path }) => path),
    )
  } catch {
    return undefined
  }
}

/** The ranking of pages with their further words; the one without them if they can't be loaded. */
async function loadWhole(root: string, pages: readonly SearchPage[], without: Ranking): Promise<Ranking> {
  try {
    return await createRanking(withTexts(pages, await jsonAt(`${root}search-texts.json`)))
  } catch {
    return without
  }
}

/** Every action's name; undefined where it can't be loaded, as offline without the reference. */
async function loadActions(root: string): Promise<ActionNames | undefined> {
  try {
    return new Map(await jsonAt<readonly (readonly [string, readonly string[]])[]>(`${root}reference/actions.json`))
  } catch {
    return undefined
  }
}

/** The site's own files have the form that the build gave them. */
async function jsonAt<Form>(address: string): Promise<Form> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}
