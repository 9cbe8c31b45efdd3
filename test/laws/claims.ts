// The laws behind findings that say something about decisions: that a part of a policy has no effect, allows nothing, always or never matches. Each law
// compares what `evaluate` decides with and without that part.
import { expect } from 'vitest'
import { compile, type Decision } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import type { Finding } from '../../src/lint/index.ts'
import { applyEdit } from '../../src/text/index.ts'
import { type Datum, fill } from '../../src/words/index.ts'
import { type AskedRequest, fits, isPart, listOf } from './requests-of.ts'

/** A finding, the policy that it is about, and requests that the policy decides. */
export interface Claim {
  readonly text: string
  readonly type: PolicyType
  readonly finding: Finding
  readonly requests: readonly AskedRequest[]
}

/** Expects what the finding claims. False where it claims nothing about this policy’s decisions. */
type Law = (claim: Claim) => boolean

const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }

/** Policies of these types decide alone; for the others an identity-based policy allows everything. */
const alone: ReadonlySet<PolicyType> = new Set(['identity', 'resource', 'trust'])

function decisions(policy: unknown, type: PolicyType, requests: readonly AskedRequest[]): readonly Decision[] {
  const others = alone.has(type) ? [] : [{ type: 'identity' as const, name: 'everything', document: everything }]
  const target = type === 'scp' || type === 'rcp' ? { target: '111122223333' } : {}
  const evaluator = compile([{ type, name: 'policy', document: policy, ...target }, ...others], {})
  return requests.map((request) => evaluator.decide(request))
}

const stepsOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const partAt = (value: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((part, step) => (isPart(part) ? part[step] : undefined), value)

const removed = Symbol('removed')

/** A copy with the part at the steps replaced, or removed together with what is empty without it. */
function changed(value: unknown, steps: readonly string[], by: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return by
  if (!isPart(value)) return value
  const part = changed(value[step], rest, by)
  if (Array.isArray(value)) {
    const items = value.flatMap((item, i) => (String(i) !== step ? [item] : part === removed ? [] : [part]))
    return items.length === 0 && part === removed ? removed : items
  }
  const entries = Object.entries(value).flatMap(([key, item]) =>
    key !== step ? [[key, item] as const] : part === removed ? [] : [[key, part] as const],
  )
  return entries.length === 0 ? removed : Object.fromEntries(entries)
}

const statementSteps = (policy: unknown, { path }: Finding): readonly string[] =>
  stepsOf(path).slice(0, isPart(policy) && Array.isArray(policy.Statement) ? 2 : 1)

function expectSame({ text, type, requests, finding }: Claim, policy: unknown): boolean {
  const before = decisions(JSON.parse(text), type, requests)
  const after = decisions(policy, type, requests)
  const at = before.findIndex((decision, i) => decision !== after[i])
  expect(at < 0 ? [] : [finding.code, finding.path, text, policy, requests[at], before[at], after[at]]).toEqual([])
  return true
}

const withoutSteps = (claim: Claim, steps: readonly string[]): boolean => {
  const policy = changed(JSON.parse(claim.text), steps, removed)
  return expectSame(claim, isPart(policy) && 'Statement' in policy ? policy : { ...Object(policy), Statement: [] })
}

const withFix: Law = (claim) => {
  const { fix } = claim.finding
  return fix !== undefined && expectSame(claim, JSON.parse(applyEdit(claim.text, fix)))
}

const withoutStatement: Law = (claim) => withoutSteps(claim, statementSteps(JSON.parse(claim.text), claim.finding))

const withoutCondition: Law = (claim) => withoutSteps(claim, stepsOf(claim.finding.path))

/** Without one entry of a list, or without the statement if that is its only one. A list of exceptions isn’t read this way. */
const withoutEntry: Law = (claim) => {
  const policy: unknown = JSON.parse(claim.text)
  const steps = stepsOf(claim.finding.path)
  const [element = '', index] = steps.slice(statementSteps(policy, claim.finding).length)
  if (element.startsWith('Not')) return false
  if (!['Action', 'Resource', 'Principal'].includes(element)) return false
  const list = partAt(policy, index === undefined ? steps : steps.slice(0, -1))
  const isOnly = !Array.isArray(list) || list.length === 1
  return isOnly && element !== 'Principal' ? withoutStatement(claim) : withoutSteps(claim, steps)
}

/** As if the value or the whole list were one that no request has. */
const asIf =
  (unmatched: string, about: (claim: Claim) => (value: string) => boolean = () => () => true): Law =>
  (claim) => {
    const steps = stepsOf(claim.finding.path)
    const policy: unknown = JSON.parse(claim.text)
    const value = partAt(policy, steps)
    const isAbout = about(claim)
    const replaced = listOf(value).map((each) => (isAbout(String(each)) ? unmatched : each))
    const by = Array.isArray(value) ? replaced : replaced[0]
    return expectSame(claim, changed(policy, steps, by))
  }

/** The statement with Null on the key instead. */
const asNull =
  (value: 'true' | 'false'): Law =>
  (claim) => {
    const policy: unknown = JSON.parse(claim.text)
    const steps = stepsOf(claim.finding.path)
    const key = steps.at(-1) ?? ''
    const at = [...steps.slice(0, -2), 'Null']
    if (partAt(policy, at) !== undefined) return false
    const without = changed(policy, steps, removed)
    const condition = partAt(without, at.slice(0, -1))
    return expectSame(
      claim,
      changed(partAt(without, at.slice(0, -2)) ? withMember(without, at.slice(0, -1), condition) : without, at, {
        [key]: value,
      }),
    )
  }

const withMember = (policy: unknown, steps: readonly string[], condition: unknown): unknown => {
  const [last = '', before] = [steps.at(-1), steps.slice(0, -1)]
  const statement = partAt(policy, before)
  return changed(policy, before, { ...Object(statement), [last]: { ...Object(condition), Null: {} } })
}

/** The statement alone, as an Allow, allows none of the requests that the finding is about. */
const allowsNone =
  (isAbout: (request: AskedRequest, claim: Claim) => boolean = () => true): Law =>
  (claim) => {
    const policy = JSON.parse(claim.text)
    const statement = { ...Object(partAt(policy, statementSteps(policy, claim.finding))), Effect: 'Allow' }
    const { NotPrincipal: _, ...rest } = statement
    const names = 'Principal' in statement || 'NotPrincipal' in statement
    const type = claim.type === 'trust' ? 'trust' : names ? 'resource' : 'identity'
    const asked = claim.requests.filter((request) => isAbout(request, claim))
    const Statement = 'NotPrincipal' in statement ? { ...rest, Principal: '*' } : rest
    const decided = decisions({ ...policy, Statement }, type, asked)
    const allowed = asked.filter((_, i) => decided[i] === 'allowed')
    expect(allowed.length === 0 ? [] : [claim.finding.code, claim.finding.path, claim.text, allowed[0]]).toEqual([])
    return asked.length > 0
  }

/** The same with only the action that the finding is at. */
const actionAllowsNone: Law = (claim) => {
  const pattern = partAt(JSON.parse(claim.text), stepsOf(claim.finding.path))
  return typeof pattern === 'string' && allowsNone(({ action }) => fits(pattern, action))(claim)
}

const namedIn = (names: Datum | undefined) => (request: AskedRequest) =>
  [names ?? []].flat().some((name) =>
    fill('{{name}}', { name })
      .replaceAll('`', '')
      .split(/, | and /)
      .some((each) => fits(each, request.action)),
  )

const carriesKey = (request: AskedRequest, { finding }: Claim): boolean =>
  String(finding.data.key).toLowerCase() in request.context

const lacksKey = (request: AskedRequest, claim: Claim): boolean => !carriesKey(request, claim)

const isSession = ({ principal }: AskedRequest): boolean => principal.includes(':assumed-role/')

const byMessage =
  (laws: Readonly<Record<string, Law>>): Law =>
  (claim) =>
    laws[claim.finding.messageId]?.(claim) ?? false

/** An empty list of exceptions leaves nothing out. */
const asEverything: Law = (claim) => {
  const steps = stepsOf(claim.finding.path)
  const policy: unknown = JSON.parse(claim.text)
  const element = steps.at(-1) ?? ''
  const statement = partAt(policy, steps.slice(0, -1))
  const { [element]: _, ...rest } = Object(statement)
  return expectSame(claim, changed(policy, steps.slice(0, -1), { ...rest, [element.slice('Not'.length)]: '*' }))
}

const neverInTheWorld = '192.0.2.255/32'

const nothingAllowed: Law = ({ text, type, requests, finding }) => {
  if (!alone.has(type)) return false
  const allowed = decisions(JSON.parse(text), type, requests).filter((decision) => decision === 'allowed')
  expect([finding.code, text, allowed]).toEqual([finding.code, text, []])
  return true
}

/** What an identity-based policy of the same account allows stays allowed, with the condition or without it. */
const withoutConditionBesideIdentity: Law = (claim) => {
  const identity = { type: 'identity' as const, name: 'everything', document: everything }
  const policy: unknown = JSON.parse(claim.text)
  const requests = claim.requests.filter(({ principal }) => principal.startsWith('arn:aws:iam::111122223333:'))
  const [before, after] = [policy, changed(policy, stepsOf(claim.finding.path), removed)].map((document) => {
    const evaluator = compile([{ type: 'resource', name: 'policy', document }, identity], {})
    return requests.map((request) => evaluator.decide(request))
  })
  expect([claim.text, before]).toEqual([claim.text, after])
  return requests.length > 0
}

/** The statement alone with only the resources that hold the variable allows nothing to callers without the tag. */
const withVariableOnly: Law = (claim) => {
  const policy: unknown = JSON.parse(claim.text)
  const steps = stepsOf(claim.finding.path)
  if (steps.at(-1) !== 'Resource') return false
  const variable = String(claim.finding.data.variable).replaceAll('`', '')
  const resources = listOf(partAt(policy, steps)).filter((resource) => String(resource).includes(variable))
  const key = variable.slice(2, -1).toLowerCase()
  const text = JSON.stringify(changed(policy, steps, resources))
  return allowsNone(({ context }) => !(key in context))({ ...claim, text })
}

/** The law of every code that claims something about decisions. */
export const laws: Readonly<Record<string, Law>> = {
  REDUNDANT_ACTION: withFix,
  REDUNDANT_RESOURCE: withFix,
  REDUNDANT_STATEMENT: withoutStatement,
  REDUNDANT_CONDITION_VALUE_NUM: withFix,
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: withoutEntry,
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: withoutCondition,
  REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION: withoutStatement,
  DEAD_STATEMENT: withoutStatement,
  CONDITIONS_NEVER_MET_TOGETHER: withoutStatement,
  ACTION_RESOURCE_MISMATCH: actionAllowsNone,
  ACTION_NEEDS_STAR_RESOURCE: actionAllowsNone,
  CONDITION_KEY_NOT_FOR_EVERY_ACTION: (claim) => allowsNone(namedIn(claim.finding.data.actions))(claim),
  // A negated operator matches requests without the key; the message says only that they never carry it.
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY: (claim) =>
    !/"[^"]*Not[^"]*":\{"/.test(claim.text) && allowsNone(namedIn(claim.finding.data.named))(claim),
  ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: (claim) => allowsNone(namedIn(claim.finding.data.names))(claim),
  ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: allowsNone(lacksKey),
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: allowsNone(lacksKey),
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: allowsNone(lacksKey),
  EQUIVALENT_TO_NULL_FALSE: asNull('false'),
  EQUIVALENT_TO_NULL_TRUE: asNull('true'),
  NULL_WITH_QUALIFIER: (claim) =>
    claim.finding.data.result === 'always' ? withoutCondition(claim) : withoutStatement(claim),
  EMPTY_ARRAY_ACTION: byMessage({ nothing: withoutStatement, everything: asEverything }),
  EMPTY_ARRAY_RESOURCE: byMessage({ nothing: withoutStatement, everything: asEverything }),
  EMPTY_ARRAY_CONDITION: byMessage({ found: withoutStatement, negated: withoutCondition }),
  EMPTY_ARRAY_CONDITION_FORALLVALUES: byMessage({ found: asNull('true'), negated: withoutCondition }),
  EMPTY_ARRAY_CONDITION_IFEXISTS: byMessage({ found: asNull('true'), negated: withoutCondition }),
  EMPTY_ARRAY_CONDITION_FORANYVALUE: byMessage({ found: withoutStatement, negated: asNull('false') }),
  EMPTY_ARRAY_PRINCIPAL: withoutEntry,
  EMPTY_OBJECT_PRINCIPAL: withoutStatement,
  EMPTY_OBJECT_CONDITION: withFix,
  IMPROVE_IP_RANGE: withFix,
  PRIVATE_IP_ADDRESS: asIf(neverInTheWorld),
  PRIVATE_NOTIPADDRESS: (claim) =>
    withoutCondition({ ...claim, requests: claim.requests.filter(({ context }) => 'aws:sourceip' in context) }),
  PRIVATE_IP_ADDRESS_SUBSET: asIf(neverInTheWorld, isNamed('ranges')),
  PRIVATE_NOTIPADDRESS_SUBSET: asIf(neverInTheWorld, isNamed('ranges')),
  RETIRED_ACTION: withoutEntry,
  INVALID_ACTION: withoutEntry,
  INVALID_SERVICE_IN_ACTION: withoutEntry,
  INVALID_ARN_REGION: withoutEntry,
  INVALID_ARN_SERVICE_CASE: withoutEntry,
  INVALID_ARN_RESOURCE: withoutEntry,
  INVALID_SERVICE: withoutEntry,
  MISSING_ARN_ACCOUNT: withoutEntry,
  MISSING_ARN_REGION: withoutEntry,
  ARN_ACCOUNT_NOT_ALLOWED: withoutEntry,
  ARN_REGION_NOT_ALLOWED: withoutEntry,
  MISSPELLED_RESOURCE_TYPE: withoutEntry,
  INVALID_KMS_KEY_VALUE: asIf('arn:aws:kms:us-east-1:000000000000:key/none'),
  MISSING_QUALIFIER: allowsNone((request, { finding }) => {
    const given = request.context[String(finding.data.key).toLowerCase()]
    return typeof given !== 'string' && given !== undefined && given.length > 1
  }),
  OIDC_CLAIM_WITHOUT_CONDITION_KEY: allowsNone(),
  PRINCIPAL_ARN_OF_A_SESSION: asIf('arn:aws:iam::000000000000:role/none', isNamed('session')),
  SOURCE_ARN_OF_A_FUNCTION: allowsNone(),
  INVALID_ROLE_REFERENCE: withoutEntry,
  INVALID_USER_REFERENCE: withoutEntry,
  MISSING_STATEMENT: byMessage({ empty: nothingAllowed }),
  SECURE_TRANSPORT_IN_ALLOW: withoutConditionBesideIdentity,
  TAG_VARIABLE_WITHOUT_DEFAULT: withVariableOnly,
  MISMATCHED_ACTION_FOR_PRINCIPAL: allowsNone(({ principal }, { finding }) => principal === finding.data.value),
  RESOURCE_TAG_AT_CREATION: allowsNone(
    ({ context }) => !Object.keys(context).some((key) => key.includes(':resourcetag/')),
  ),
  UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL: byMessage({ found: allowsNone(), forAll: withoutCondition }),
  USERNAME_VARIABLE_ONLY_FOR_USERS: allowsNone(isSession),
  TYPE_MISMATCH_BOOLEAN: asIf('also neither', isGivenValue),
  TYPE_MISMATCH_DATE: asIf('also no date', isGivenValue),
  TYPE_MISMATCH_NUMBER: asIf('also no number', isGivenValue),
  WILDCARD_WITHOUT_LIKE_OPERATOR: asIf('no request has this', isGivenValue),
}

function isGivenValue({ finding }: Claim): (value: string) => boolean {
  return (value) => value === finding.data.value
}

function isNamed(name: string): (claim: Claim) => (value: string) => boolean {
  return ({ finding }) =>
    (value) =>
      listOf(finding.data[name]).includes(value)
}
