import { type Facts, type PolicyInput, readOf } from '../evaluate/index.ts'
import { namesPrincipals, type PolicyDocument, type PolicyType, type Statement } from '../iam/index.ts'
import {
  deniesThePublic,
  isPublicStatement,
  type PublicDefinition,
  publicDefinitionOf,
  type Reference,
} from '../reference/index.ts'
import { type Comparison, type Counts, type Proof, type Sides, search } from './compare.ts'
import { isCovered } from './covered.ts'
import { keysOf } from './keys.ts'
import { readSides, variablesIn } from './policy-set.ts'

/** What to compare, for any of the questions. */
export interface CompareInput {
  readonly type: PolicyType
  readonly new: readonly PolicyInput[]
  readonly surroundings?: readonly PolicyInput[]
  readonly facts?: Facts
  /** What AWS's services offer: without it, actions and ARNs are free text. */
  readonly reference?: Reference | undefined
  /** Examples that are wanted at most; 3 where nothing is said. */
  readonly most?: number
}

/** Both sides, with each policy read once. */
const sidesOf = (
  { type, new: now, surroundings = [], facts = {}, reference, most = 3 }: CompareInput,
  old: readonly PolicyInput[],
): Sides => ({
  type,
  old: old.map(readOnce),
  new: now.map(readOnce),
  surroundings: surroundings.map(readOnce),
  facts,
  reference,
  most,
})

function readOnce(policy: PolicyInput): PolicyInput {
  const read = readOf(policy)
  return { ...policy, text: read.policy.text, read }
}

const newlyAllowed: Counts = (allowed) => allowed.new && !allowed.old
const different: Counts = (allowed) => allowed.new !== allowed.old
const bothAllow: Counts = (allowed) => allowed.new && allowed.old

/**
 * Does the new side allow no request that the old side doesn't?
 * Like https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoNewAccess.html, with an example where it does.
 */
export const noNewAccess = (input: CompareInput & { readonly old: readonly PolicyInput[] }): Comparison =>
  answered(sidesOf(input, input.old), newlyAllowed, isCovered)

/** Do both sides allow the same requests? */
export const equivalent = (input: CompareInput & { readonly old: readonly PolicyInput[] }): Comparison =>
  answered(sidesOf(input, input.old), different)

/** Is there no request that both sides allow? Where there is one, the examples are what a change leaves as it was. */
export const nothingShared = (input: CompareInput & { readonly old: readonly PolicyInput[] }): Comparison =>
  answered(sidesOf(input, input.old), bothAllow)

/** Access that must not be granted: any of the actions on any of the resources. An empty list means all. */
export interface Access {
  readonly actions?: readonly string[] | undefined
  readonly resources?: readonly string[] | undefined
}

/**
 * Does the new side grant none of this access?
 * Like https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckAccessNotGranted.html, for any number of actions and resources.
 */
function notGranted(input: CompareInput & { readonly access: Access }): Comparison {
  const { actions = [], resources = [] } = input.access
  const statement = {
    Effect: 'Allow',
    ...(input.type && namesPrincipals.has(input.type) ? { Principal: '*' } : {}),
    Action: actions.length > 0 ? actions : '*',
    ...(input.type === 'trust' ? {} : { Resource: resources.length > 0 ? resources : '*' }),
  }
  const asked: PolicyInput = {
    type: input.type,
    name: 'asked',
    document: { Version: '2012-10-17', Statement: statement },
  }
  return answered({ ...sidesOf(input, [asked]), isWithinOld: true }, bothAllow)
}

/**
 * Does the new side's resource-based policy keep the public out, as AWS defines public for this type of resource ("AWS::S3::Bucket")?
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html
 */
function notPublic(input: CompareInput & { readonly resourceType: string }): Comparison {
  const definition = publicDefinitionOf(input.resourceType)
  if (!definition) return { result: 'unknown', because: 'no-definition' }
  const broken = unreadable([...input.new, ...(input.surroundings ?? [])])
  if (broken) return broken
  const isPublic = (policy: PolicyInput): boolean =>
    readOf(policy).policy.statements.some((statement) => isPublicStatement(statement, definition))
  if (!input.new.some(isPublic)) return { result: 'pass' }
  const onlyPublic = input.new.map((policy) => keepingStatements(policy, (each) => isPublicStatement(each, definition)))
  // A Deny of everyone but fixed callers leaves nothing public of what it's about, so it counts as if it had no exception.
  const withoutFixed = input.new.map((policy) => withDeniesOfThePublic(policy, definition))
  return search({ ...sidesOf({ ...input, new: withoutFixed }, onlyPublic), isWithinOld: true }, bothAllow)
}

/** The policy with only these of its statements. */
function keepingStatements(policy: PolicyInput, isWanted: (statement: Statement) => boolean): PolicyInput {
  const { policy: read } = readOf(policy)
  const statements = read.statements.filter(isWanted).map(({ span }) => read.text.slice(span.from, span.to))
  const version = read.version ? `"Version":${JSON.stringify(read.version.value)},` : ''
  return { ...policy, document: undefined, text: `{${version}"Statement":[${statements.join(',')}]}` }
}

/** The policy with every Deny of everyone but fixed callers in force for all. Statements stay at their places in the text. */
function withDeniesOfThePublic(policy: PolicyInput, definition: PublicDefinition): PolicyInput {
  const { text, statements } = readOf(policy).policy
  let changed = text
  for (const statement of statements) {
    if (!deniesThePublic(statement, definition)) continue
    const { from, to } = statement.span
    const { Condition: _, ...always }: Readonly<Record<string, unknown>> = JSON.parse(text.slice(from, to))
    changed = changed.slice(0, from) + JSON.stringify(always).padEnd(to - from) + changed.slice(to)
  }
  return { ...policy, document: undefined, text: changed }
}

const answered = (sides: Sides, counts: Counts, proof?: Proof): Comparison =>
  unreadable([...sides.new, ...sides.old, ...sides.surroundings]) ?? search(sides, counts, proof)

/** A policy that can't be read proves nothing. Statements that AWS wouldn't accept grant nothing, as everywhere else. */
function unreadable(policies: readonly PolicyInput[]): Comparison | undefined {
  const isBroken = policies.some((input) => {
    const { policy, problems } = readOf(input)
    return policy.root === undefined || problems.some(({ code }) => code.startsWith('json')) || !hasStatement(policy)
  })
  return isBroken ? { result: 'unknown', because: 'unreadable-policy' } : undefined
}

const hasStatement = ({ root }: PolicyDocument): boolean =>
  root?.members.some(({ key }) => key.value === 'Statement') ?? false

/** A question about policies: what is asked, and what it is asked against. */
export type Question =
  | { readonly check: 'no-new-access' | 'equivalent'; readonly old: readonly PolicyInput[] }
  | { readonly check: 'not-granted'; readonly access: Access }
  | { readonly check: 'not-public'; readonly resourceType: string }

/** Answers any of the questions about the new side. */
export function answerQuestion(question: Question, input: CompareInput): Comparison {
  switch (question.check) {
    case 'no-new-access':
      return noNewAccess({ ...input, old: question.old })
    case 'equivalent':
      return equivalent({ ...input, old: question.old })
    case 'not-granted':
      return notGranted({ ...input, access: question.access })
    case 'not-public':
      return notPublic({ ...input, resourceType: question.resourceType })
  }
}

/** The condition keys that policies ask for, in conditions and as variables, in lower case: a request that leaves one out must say that it's absent. */
export function keysAskedBy(policies: readonly PolicyInput[]): ReadonlySet<string> {
  const { entries } = readSides([policies, []])
  return new Set([...keysOf(entries), ...variablesIn(entries).keys])
}
