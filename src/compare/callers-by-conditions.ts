import type { Context } from '../evaluate/index.ts'
import {
  automatonOf,
  type ConditionValue,
  fillIn,
  isAccountId,
  readPattern,
  splitArn,
  type TextPattern,
} from '../iam/index.ts'
import { partitions, textOf } from './arn-forms.ts'
import type { Entry } from './policy-set.ts'
import type { Steps } from './steps.ts'
import { samplesWithin } from './text-classes.ts'

/** Keys whose value follows from who calls: they can't vary by themselves. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const principalKeys: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:username',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'kms:calleraccount',
])

/** AWS services for every way in which conditions on aws:PrincipalServiceName can come out. */
export function servicesByConditions(
  entries: readonly Entry[],
  steps: Steps,
): {
  readonly names: readonly string[]
  readonly complete: boolean
} {
  const raws = entries.flatMap(({ statement }) =>
    statement.conditions
      .filter(({ key }) => key === 'aws:principalservicename')
      .flatMap(({ condition }) => condition.values.map(({ value }) => value.raw)),
  )
  const globs = [...new Set(raws)].map((raw) => readPattern(raw, false).glob).filter((glob) => glob !== undefined)
  if (globs.length === 0) return { names: [], complete: true }
  const automata = globs.map((glob) => automatonOf({ glob, ignoresCase: false, colons: 0 }))
  const walks = servicesForms.flatMap((form) => {
    const { glob } = readPattern(form, false)
    return glob ? [samplesWithin({ glob, ignoresCase: false, colons: 0 }, automata, steps)] : []
  })
  return {
    names: walks.flatMap(({ samples }) => samples.flatMap(({ text }) => [text, withoutEmptyLabels(text)])),
    complete: walks.every(({ complete }) => complete),
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services */
const servicesForms: readonly string[] = ['?*.amazonaws.com', '?*.amazonaws.com.cn']

/** A name that a service can have: between two dots there's a letter at least. */
const withoutEmptyLabels = (name: string): string =>
  name
    .split('.')
    .map((label) => label || 'x')
    .join('.')

/** A role acts in sessions. Their ARNs don't hold its path, so a role with a path stays a candidate itself. */
export function withSession(arn: string): readonly string[] {
  if (arn.endsWith('/')) return [...withSession(`${arn}x`), arn]
  const [, partition, account, name] = /^arn:([a-z-]+):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? []
  return name === undefined ? [arn] : [`arn:${partition}:sts::${account}:assumed-role/${name}/session`, arn]
}

/** The kinds of principals whose ARNs conditions compare. */
const formsIn = (partition: string): readonly string[] =>
  [
    'iam::????????????:user/?*',
    'iam::????????????:role/?*',
    'iam::????????????:root',
    'sts::????????????:federated-user/?*',
  ].map((rest) => `arn:${partition}:${rest}`)

/** The partitions that patterns of ARNs can tell apart, the standard one first. */
function partitionsIn(raws: readonly string[]): readonly string[] {
  const named = raws.flatMap((raw) => /^arn:([a-z-]+):/.exec(raw)?.[1] ?? [])
  const known = ['aws', ...named]
  if (!raws.every((raw) => /^arn:(?:[a-z-]+|\*):/.test(raw))) return [...new Set([...known, ...partitions])]
  // Patterns that name one partition, or are about all of them, distinguish no others.
  const other = raws.some((raw) => raw.startsWith('arn:*:'))
    ? partitions.find((each) => !known.includes(each))
    : undefined
  return [...new Set(other === undefined ? known : [...known, other])]
}

/** ARNs for every way in which conditions on aws:PrincipalArn, aws:PrincipalAccount, and aws:username can come out. */
export function arnsByConditions(
  entries: readonly Entry[],
  fixed: Context,
  steps: Steps,
): { readonly arns: readonly string[]; readonly complete: boolean } {
  const inConditions = entries.flatMap((entry) => comparedArns(entry, fixed))
  if (patternsOf(inConditions).size === 0) return { arns: [], complete: areTexts(entries) }
  // A caller that a Principal names can satisfy a condition, too.
  const compared = [...inConditions, ...entries.flatMap(namedArns)]
  const automata = [...patternsOf(compared).values()].map(automatonOf)
  const walks = partitionsIn(compared.flatMap(({ raw, isWhole }) => (isWhole ? [raw] : [])))
    .flatMap(formsIn)
    .map((form) => {
      const glob = readPattern(form, false).glob ?? [{ text: form, any: undefined }]
      return samplesWithin({ glob, ignoresCase: false, colons: 5 }, automata, steps)
    })
  return {
    arns: walks.flatMap(({ samples }) => samples.flatMap(({ text }) => withAccount(text))),
    complete: areTexts(entries) && walks.every(({ complete }) => complete),
  }
}

/** A pattern that ARNs of callers are compared with. */
interface ComparedArn {
  readonly raw: string
  /** How many of its colons divide it into parts, so that no wildcard reaches across. */
  readonly colons: number
  readonly ignoresCase: boolean
  /** Written as an ARN, not made from an account or a name. */
  readonly isWhole: boolean
}

const arnPart = (raw: string, ignoresCase = false): ComparedArn => ({ raw, colons: 5, ignoresCase, isWhole: false })

/** What a statement's conditions compare the caller's ARN with. */
const comparedArns = ({ statement }: Entry, fixed: Context): readonly ComparedArn[] =>
  statement.conditions.flatMap(({ key, operator, condition }) =>
    condition.values.flatMap(({ value }): readonly ComparedArn[] => {
      const ignoresCase = operator.comparison === 'string-ignore-case'
      const raw = filledIn(value, fixed)
      switch (key) {
        case 'aws:principalarn':
          return [{ raw, colons: operator.comparison === 'arn' ? 5 : 0, ignoresCase, isWhole: true }]
        case 'aws:principalaccount':
        case 'kms:calleraccount':
          return [arnPart(`arn:*:*::${raw}:*`)]
        case 'aws:username':
          return [`arn:*:iam::*:user/${raw}`, `arn:*:iam::*:user/*/${raw}`].map((arn) => arnPart(arn, ignoresCase))
        default:
          return []
      }
    }),
  )

/** The accounts and ARNs that a statement's Principal names. */
const namedArns = ({ statement }: Entry): readonly ComparedArn[] =>
  (statement.statement.principal?.items ?? []).flatMap(({ value }) => {
    if (value.kind === 'account') return [arnPart(`arn:*:*::${value.account}:*`)]
    return value.kind === 'arn' ? [{ ...arnPart(value.raw), isWhole: true }] : []
  })

/** Each pattern once. */
function patternsOf(compared: readonly ComparedArn[]): ReadonlyMap<string, TextPattern> {
  const patterns = new Map<string, TextPattern>()
  for (const { raw, colons, ignoresCase } of compared) {
    const { glob } = readPattern(raw, false)
    if (glob) patterns.set(`${colons} ${ignoresCase} ${raw}`, { glob, ignoresCase, colons })
  }
  return patterns
}

/** Names and accounts are compared as texts: callers on both sides of a number or a date aren't looked for. */
const areTexts = (entries: readonly Entry[]): boolean =>
  entries.every(({ statement }) =>
    statement.conditions.every(
      ({ key, operator }) => !principalKeys.has(key) || textual.has(operator.comparison) || key === serviceKey,
    ),
  )

const serviceKey = 'aws:principalisawsservice'
const textual: ReadonlySet<string> = new Set(['string', 'string-ignore-case', 'string-like', 'arn', 'null'])

/** A value with its variables filled in; as it is written where one has no value, and then it matches nothing. */
function filledIn({ raw, pattern }: ConditionValue, context: Context): string {
  const filled = fillIn(pattern, (key) => {
    const value = context.lookup(key)
    return value.is === 'single' ? { is: 'value', value: value.value } : { is: 'unset' }
  })
  return filled.is === 'glob' ? textOf(filled.glob) : raw
}

/** A letter in a digit's place means any digit that no pattern names. */
function withAccount(arn: string): readonly string[] {
  const parts = splitArn(arn)
  const account = parts?.[4].replaceAll(/\D/g, '7') ?? ''
  return parts && isAccountId(account) ? [parts.with(4, account).join(':')] : []
}
