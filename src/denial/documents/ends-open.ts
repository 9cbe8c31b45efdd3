import { Brackets, closeBrace, closeBracket } from '../../text/index.ts'
import type { Source } from './source.ts'

/** Longer pieces aren't looked through. */
const longest = 200_000

/**
 * Does a piece of Terraform, YAML, or a program end in the middle because the text ends there? JSON that does is told by its reader. What is open at the end
 * can have more in it than anyone sees: a condition, another statement.
 */
export function endsOpen({ language, span }: Pick<Source, 'language' | 'span'>, text: string): boolean {
  if (language === 'JSON' || span.to - span.from > longest || text.slice(span.to).trim() !== '') return false
  const written = text.slice(span.from)
  return language === 'YAML' ? /:[ \t]*\s*$/.test(written.slice(-200)) : isUnclosed(written)
}

function isUnclosed(written: string): boolean {
  const brackets = new Brackets()
  let open = 0
  for (let code = brackets.next(written); code !== undefined; code = brackets.next(written))
    open += code === closeBrace || code === closeBracket ? -1 : 1
  return open > 0
}
