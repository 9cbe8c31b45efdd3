import { matches, splitArn } from '../iam/index.ts'
import { holdsSlashes } from './stand-in.ts'

/** AWS's own limit for an ARN is 2048. https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html */
const longest = 2048

/**
 * An ARN that a policy's pattern matches and that is of the template; undefined where there's none, or for a pattern that's longer than ARNs are.
 * What the pattern leaves open is taken from `like`, an ARN of the template, as far as the Region and account go, and is "x" in names.
 * Takes time in the product of both lengths, and nothing is found anymore when the steps are used up. Variables of policies must be filled in.
 */
export function sampleArn(pattern: string, template: string, like: string, steps = stepsOf()): string | undefined {
  const [parts, forms, known] = [splitArn(pattern), splitArn(template), splitArn(like)]
  if (!parts || !forms || !known || pattern.length > longest) return undefined
  const found = parts.map((part, i) => {
    const form = forms.at(i) ?? ''
    if (i === 5) return startDiffers(part, form) ? undefined : meetWithin(steps, part, tokensOf(form))
    if (!form.startsWith('$')) return matches(part, form) ? form : undefined
    const own = known.at(i) ?? ''
    return matches(part, own) ? own : part.replaceAll(/[*?]/g, 'x')
  })
  return found.includes(undefined) ? undefined : found.join(':')
}

/** What all samples of a case may take together; policies that AWS accepts need a small part of it. */
export const stepsOf = (): Steps => ({ left: 2_000_000 })

interface Steps {
  left: number
}

/** True where an ARN wasn't found because looking for it was given up. */
export const areUsedUp = ({ left }: Steps): boolean => left < 0

/** Most patterns and templates differ in their first letters. */
function startDiffers(pattern: string, form: string): boolean {
  const length = Math.min(pattern.search(/[*?]|$/), form.search(/[$]|$/))
  return pattern.slice(0, length) !== form.slice(0, length)
}

function meetWithin(steps: Steps, pattern: string, tokens: readonly Token[]): string | undefined {
  steps.left -= (pattern.length + 1) * (tokens.length + 1)
  return steps.left < 0 ? undefined : meet(pattern, tokens)
}

/** A letter of a template, or a hole in it, which takes one letter or more. */
type Token = string | { readonly takes: (letter: string) => boolean }

const tokensOf = (form: string): readonly Token[] =>
  [...form.matchAll(/\$\{(\w+)\}|[\s\S]/g)].map(([letter, hole]) =>
    hole === undefined ? letter : { takes: takesOf(hole) },
  )

/** Objects' names can hold colons, too. */
const takesOf =
  (hole: string) =>
  (letter: string): boolean =>
    letter === '/' ? holdsSlashes(hole) : letter !== ':' || /^(?:ObjectName|Resource)$/.test(hole)

/** A text that both take. Which rests of the two have one is computed from their ends; then the text is read off from the start. */
function meet(pattern: string, tokens: readonly Token[]): string | undefined {
  const width = tokens.length + 1
  const open = new Uint8Array((pattern.length + 1) * width)
  const isOpen = (i: number, j: number): boolean => open[i * width + j] === 1
  for (let i = pattern.length; i >= 0; i--)
    for (let j = tokens.length; j >= 0; j--)
      open[i * width + j] =
        (i === pattern.length && j === tokens.length) || nextOf(pattern, tokens, i, j, isOpen) ? 1 : 0
  if (!isOpen(0, 0)) return undefined
  let text = ''
  let at = { i: 0, j: 0 }
  for (;;) {
    const next = nextOf(pattern, tokens, at.i, at.j, isOpen)
    if (!next) return text
    text += next.letter
    at = next
  }
}

interface Step {
  readonly i: number
  readonly j: number
  readonly letter: string
}

/** One letter further, to where the rests still have a text in common. */
function nextOf(
  pattern: string,
  tokens: readonly Token[],
  i: number,
  j: number,
  isOpen: (i: number, j: number) => boolean,
): Step | undefined {
  const [letter, token] = [pattern.at(i), tokens.at(j)]
  const own = typeof token === 'string' ? token : 'x'
  const steps: Step[] = []
  if (i === pattern.length) return undefined
  if (letter === '*') {
    if (token !== undefined) steps.push({ i, j: j + 1, letter: own })
    steps.push({ i: i + 1, j, letter: '' })
  } else if (token !== undefined) {
    const put = letter === '?' || letter === undefined ? own : letter
    const fits = typeof token === 'string' ? put === token : token.takes(put)
    if (fits) steps.push({ i: i + 1, j: j + 1, letter: put })
    if (fits && typeof token !== 'string') steps.push({ i: i + 1, j, letter: put })
  }
  return steps.find((step) => isOpen(step.i, step.j))
}
