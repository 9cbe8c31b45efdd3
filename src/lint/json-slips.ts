import { applyEdit, type Change, isNonEmpty, readJson } from '../text/index.ts'
import type { Told } from '../words/index.ts'
import { fixTitle, type QuickFix } from './fix-titles.ts'

/** Longer than any policy with its white space. */
const longest = 50_000

/** An edit that makes JSON of the whole text, for slips that run through it: curly or single quotes, brackets that are missing at the end. */
export function wholeTextFix(text: string): QuickFix | undefined {
  if (text.length > longest) return undefined
  return [curlyQuotes, singleQuotes, missingClosers]
    .map((attempt) => attempt(text))
    .find((edit) => edit !== undefined && readJson(applyEdit(text, edit)).problems.length === 0)
}

function curlyQuotes(text: string): QuickFix | undefined {
  return edit(
    fixTitle('curlyQuotes'),
    replacing(text, /[\u201c-\u201f\u00ab\u00bb]/g, () => '"'),
  )
}

/** Only texts that hold no quote themselves. */
function singleQuotes(text: string): QuickFix | undefined {
  return edit(
    fixTitle('singleQuotes'),
    replacing(text, /'[^'"\\\n]{0,2000}'/g, (found) => `"${found.slice(1, -1)}"`),
  )
}

function missingClosers(text: string): QuickFix | undefined {
  const open: string[] = []
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\]]/g)) {
    if (token === '{') open.push('}')
    else if (token === '[') open.push(']')
    else if ((token === '}' || token === ']') && open.pop() !== token) return undefined
  }
  const at = text.trimEnd().length
  const closers = open.reverse().join('')
  return closers === ''
    ? undefined
    : edit(fixTitle('closers', { closers }), [{ span: { from: at, to: at }, insert: closers }])
}

const edit = (title: Told, changes: readonly Change[]): QuickFix | undefined =>
  isNonEmpty(changes) ? { title, changes } : undefined

const replacing = (text: string, pattern: RegExp, by: (found: string) => string): readonly Change[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    span: { from: index, to: index + found.length },
    insert: by(found),
  }))
