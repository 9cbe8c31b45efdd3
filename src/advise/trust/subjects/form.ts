/** A part of a subject's form: a literal character, a placeholder within one part, or the last placeholder, which can hold anything. */
type Token = { readonly is: 'character'; readonly text: string } | { readonly is: 'part' | 'rest' }

/** Longer values aren't compared: they count as fitting. */
const longest = 600

/**
 * Is there a subject of this form ("organization:<ORGANIZATION>:project:<PROJECT>") that the pattern, with * and ?, matches? A placeholder is one or
 * more characters other than ":" and "/"; the last one can hold these, too. Takes time in the product of both lengths.
 */
export function canHaveForm(pattern: string, form: string): boolean {
  if (pattern.length > longest) return true
  const tokens = tokensOf(form)
  // A state is a place in the form; within a placeholder, `inside` says that it has a character already.
  let states = new Set([0])
  for (const letter of pattern) {
    const next = new Set<number>()
    if (letter === '*') {
      for (const state of reachable(states, tokens)) next.add(state)
    } else {
      for (const state of states) for (const to of after(state, letter, tokens)) next.add(to)
    }
    if (next.size === 0) return false
    states = next
  }
  return [...states].some((state) => isEnd(state, tokens))
}

/**
 * What has to follow the value so that it fits the form: ":*" or "/*", if it ends where a part of the form ends ("org/<ID>/project/<ID>" of
 * "org/<ID>/project/<ID>/user/<ID>"). Undefined if it fits already, or not even so.
 */
export function missingEnd(value: string, form: string): string | undefined {
  if (/[*:/]$/.test(value) || canHaveForm(value, form)) return undefined
  const separators = [...form.matchAll(/(?<=>\}?)[:/]/g)].toReversed()
  for (const { index, 0: separator } of separators) {
    // A character that no value holds keeps the last placeholder from taking the separators behind it.
    if (canHaveForm(`${value}\0`, `${form.slice(0, index)}\0`)) return `${separator}*`
  }
  return undefined
}

function tokensOf(form: string): readonly Token[] {
  const parts = form.match(/<[^<>]*>|./gs) ?? []
  return parts.map((text, i) => {
    if (!text.startsWith('<')) return { is: 'character', text }
    return { is: i === parts.length - 1 ? 'rest' : 'part' }
  })
}

/** Even numbers are places before a token; odd ones are inside the placeholder before that place. */
const before = (index: number): number => index * 2
const inside = (index: number): number => index * 2 + 1

const takes = (token: Token, letter: string): boolean => {
  if (letter === '?') return true
  if (token.is === 'character') return token.text === letter
  return token.is === 'rest' || !/[:/]/.test(letter)
}

/** The states after one more letter of the pattern. */
function after(state: number, letter: string, tokens: readonly Token[]): readonly number[] {
  const index = Math.floor(state / 2)
  const isInside = state % 2 === 1
  const token = tokens[index]
  const own = token && takes(token, letter) ? [token.is === 'character' ? before(index + 1) : inside(index)] : []
  return isInside ? [...own, ...after(before(index + 1), letter, tokens)] : own
}

/** Every state that some text leads to. */
function reachable(states: ReadonlySet<number>, tokens: readonly Token[]): ReadonlySet<number> {
  const least = Math.min(...states)
  const all = new Set(states)
  for (let index = Math.floor(least / 2); index <= tokens.length; index++) {
    if (before(index) > least) all.add(before(index))
    if (tokens[index] && tokens[index]?.is !== 'character') all.add(inside(index))
  }
  return all
}

const isEnd = (state: number, tokens: readonly Token[]): boolean =>
  state === before(tokens.length) || state === inside(tokens.length - 1)
