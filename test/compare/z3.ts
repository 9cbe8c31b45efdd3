// The question "does the new side allow something that the old side doesn't?" for the theorem prover Z3, in SMT-LIB: https://smt-lib.org/theories-UnicodeStrings.shtml
import { init } from 'z3-solver'
import type { PolicyInput } from '../../src/evaluate/index.ts'
import { randomFrom as seeded } from '../random.ts'
import type { Random } from './random-pair.ts'

/** A statement of the part of the policy language that both translate: one effect, actions, resources, and at most one condition. */
export interface PlainStatement {
  readonly effect: 'Allow' | 'Deny'
  readonly actions: readonly string[]
  readonly notActions: boolean
  readonly resources: readonly string[]
  readonly notResources: boolean
  readonly condition: { readonly operator: keyof typeof operators; readonly value: string } | undefined
}

/** Two lists of such statements. */
export interface PlainPair {
  readonly old: readonly PlainStatement[]
  readonly new: readonly PlainStatement[]
}

const key = 'aws:PrincipalTag/t'

/** What each operator asks of a key that may be absent ("here") and its value. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators = {
  StringLike: (value: string) => `(and here (str.in_re value ${regexOf(value)}))`,
  StringEquals: (value: string) => `(and here (= value ${literal(value)}))`,
  StringNotLike: (value: string) => `(not (and here (str.in_re value ${regexOf(value)})))`,
  StringNotEquals: (value: string) => `(not (and here (= value ${literal(value)})))`,
  StringLikeIfExists: (value: string) => `(or (not here) (str.in_re value ${regexOf(value)}))`,
  Null: (value: string) => (value === 'true' ? '(not here)' : 'here'),
} as const

const literal = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** `*` is any text, `?` any one character. */
function regexOf(pattern: string): string {
  const pieces = pattern.split(/([*?])/).filter((piece) => piece !== '')
  const parts = pieces.map((piece) =>
    piece === '*' ? '(re.* re.allchar)' : piece === '?' ? 're.allchar' : `(str.to_re ${literal(piece)})`,
  )
  if (parts.length === 0) return '(str.to_re "")'
  return parts.length === 1 ? (parts[0] ?? '') : `(re.++ ${parts.join(' ')})`
}

const any = (terms: readonly string[]): string =>
  terms.length === 0 ? 'false' : terms.length === 1 ? (terms[0] ?? 'false') : `(or ${terms.join(' ')})`
const negatedIf = (isNegated: boolean, term: string): string => (isNegated ? `(not ${term})` : term)

/** One action for every way in which the patterns below can come out, in lower case: AWS compares actions without regard to case. */
const actions = [
  's3:getobject',
  's3:xetobject',
  's3:putobject',
  's3:getx',
  's3:xobject',
  's3:xetx',
  's3:x',
  'sqs:sendx',
  'sqs:x',
  'another:x',
]

/** Where a resource is: the bucket or object whose name Z3 looks for, one of another service, or none. */
const places = ['s3', 'arn:aws:another-service:us-east-1:111122223333:x', '*'] as const
const inS3 = 'arn:aws:s3:::'

/** Are all texts of a pattern those that this regular expression matches? Only for patterns and texts of this file. */
const asPlain = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )

/** What a statement asks of the rest: "true", "false", or a formula over the name and the value. */
function matchOf(statement: PlainStatement, action: string, place: (typeof places)[number]): string {
  const { notActions, resources, notResources, condition } = statement
  const isAction = statement.actions.some((pattern) => asPlain(pattern.toLowerCase()).test(action))
  if (isAction === notActions) return 'false'
  const among = resources.map((pattern) => {
    if (place !== 's3') return String(asPlain(pattern).test(place))
    return pattern === '*' ? 'true' : `(str.in_re name ${regexOf(pattern.slice(inS3.length))})`
  })
  return `(and ${negatedIf(notResources, any(among))} ${condition ? operators[condition.operator](condition.value) : 'true'})`
}

function allowedBy(statements: readonly PlainStatement[], action: string, place: (typeof places)[number]): string {
  const those = (effect: PlainStatement['effect']): string =>
    any(statements.filter((statement) => statement.effect === effect).map((each) => matchOf(each, action, place)))
  return `(and ${those('Allow')} (not ${those('Deny')}))`
}

const constants =
  '(declare-const name String) (declare-const value String) (declare-const here Bool) (assert (not (= name "")))'

/** "unsat" is a proof that the new side allows nothing more; "sat" that it does; "unknown" where Z3 gives up. */
export type Z3 = (pair: PlainPair) => Promise<'sat' | 'unsat' | 'unknown'>

/** Milliseconds for one question. */
const patience = 500

/** Starts Z3. */
export async function startZ3(): Promise<{ readonly ask: Z3; readonly end: () => void }> {
  const { Context, em } = await init()
  const { Solver } = Context('main')
  return {
    async ask({ old, new: now }) {
      const questions = actions.flatMap((action) =>
        places.map(
          (place) => `(assert ${allowedBy(now, action, place)}) (assert (not ${allowedBy(old, action, place)}))`,
        ),
      )
      let answer: 'unsat' | 'unknown' = 'unsat'
      for (const question of new Set(questions)) {
        const solver = new Solver()
        solver.set('timeout', patience)
        solver.fromString(`${constants} ${question}`)
        const found = await solver.check()
        if (found === 'sat') return found
        if (found === 'unknown') answer = found
      }
      return answer
    },
    end: () => em.PThread.terminateAllThreads(),
  }
}

/** The statements as a policy document. */
export const documentOf = (statements: readonly PlainStatement[]): readonly PolicyInput[] => [
  {
    type: 'identity',
    document: {
      Version: '2012-10-17',
      Statement: statements.map(({ effect, actions, notActions, resources, notResources, condition }) => ({
        Effect: effect,
        [notActions ? 'NotAction' : 'Action']: actions,
        [notResources ? 'NotResource' : 'Resource']: resources,
        ...(condition ? { Condition: { [condition.operator]: { [key]: condition.value } } } : {}),
      })),
    },
  },
]

const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T
const actionPatterns = [
  '*',
  's3:*',
  's3:Get*',
  's3:*Object',
  's3:GetObject',
  's3:?etObject',
  's3:*et*',
  'sqs:*',
  'sqs:Send*',
]
const texts = (random: Random): string =>
  Array.from({ length: 1 + random(4) }, () => pick(['a', 'b', '/', 'a', 'b', '*', '*', '?'], random)).join('')

function randomStatement(random: Random): PlainStatement {
  const operator = pick(
    ['StringLike', 'StringEquals', 'StringNotLike', 'StringNotEquals', 'StringLikeIfExists', 'Null'] as const,
    random,
  )
  const plain = pick(['a', 'b', 'ab'], random)
  const value = operator === 'Null' ? pick(['true', 'false'], random) : /Equals/.test(operator) ? plain : texts(random)
  const some = <T>(make: () => T): readonly T[] => Array.from({ length: 1 + random(2) }, make)
  return {
    effect: random(3) === 0 ? 'Deny' : 'Allow',
    actions: some(() => pick(actionPatterns, random)),
    notActions: random(8) === 0,
    resources: some(() => (random(6) === 0 ? '*' : `arn:aws:s3:::${texts(random)}`)),
    notResources: random(8) === 0,
    condition: random(2) === 0 ? { operator, value } : undefined,
  }
}

/** Random pairs. The new side is usually the old one with a change. The same seed gives the same pairs. */
export function plainPairs(count: number, seed: number): readonly PlainPair[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const all = Array.from({ length: 1 + random(4) }, () => randomStatement(random))
    const old = all.slice(0, 1 + random(all.length))
    const now = random(4) === 0 ? [randomStatement(random)] : all.filter(() => random(4) > 0)
    return { old, new: now.length > 0 ? now : all.slice(0, 1) }
  })
}
