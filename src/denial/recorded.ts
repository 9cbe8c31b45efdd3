import type { PolicyType } from '../iam/index.ts'
import { jsonObjects, longestJson, spellings } from './json-in.ts'
import { entriesOf, fieldOf, itemsOf, plainText, type Tree, textOf } from './json-tree.ts'

type ContextMap = ReadonlyMap<string, string | readonly string[]>

/** How AWS decided one action on one resource. */
export interface RecordedEvaluation {
  readonly action: string
  readonly resource: string
  /** Condition keys of this evaluation, on top of those of the whole request. */
  readonly context: ContextMap
  readonly effect: 'ALLOW' | 'EXPLICIT_DENY' | 'IMPLICIT_DENY' | undefined
  /** The statements that matched. An implicit denial has none. */
  readonly matched: readonly RecordedStatement[]
}

export interface RecordedStatement {
  readonly uri: string
  /** AWS makes one up for a statement that has none. */
  readonly sid: string | undefined
  readonly effect: 'ALLOW' | 'DENY' | undefined
}

/** A policy that AWS looked at. */
export interface RecordedPolicy {
  /** Its ARN, or for an inline policy an opaque name. */
  readonly uri: string
  readonly type: PolicyType | undefined
  /** ARNs of the user, role, resource, account, organizational unit, or root that it's attached to. */
  readonly attachedTo: readonly string[]
}

/** AWS's own record of a denied request, all pages together. */
export interface Recorded {
  readonly context: ContextMap
  readonly evaluations: readonly RecordedEvaluation[]
  readonly policies: readonly RecordedPolicy[]
  /** More pages exist that the text doesn't hold. */
  readonly isCutOff: boolean
}

/** https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_PolicyInfo.html */
const types: ReadonlyMap<string, PolicyType> = new Map([
  ['IDENTITY_BASED_POLICY', 'identity'],
  ['RESOURCE_BASED_POLICY', 'resource'],
  ['PERMISSIONS_BOUNDARY', 'permissions-boundary'],
  ['SESSION_POLICY', 'session'],
  ['SERVICE_CONTROL_POLICY', 'scp'],
  ['RESOURCE_CONTROL_POLICY', 'rcp'],
  ['VPC_ENDPOINT_POLICY', 'vpc-endpoint'],
])

/**
 * Reads what `aws iam-toolbox get-request-authorization-details` printed, one page or several, however they're quoted. Undefined where the text holds
 * none.
 * https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_GetRequestAuthorizationDetails.html
 */
export function readRecorded(text: string): Recorded | undefined {
  if (text.length > longestJson || !/evaluations/.test(text) || !/evaluatedEffect|requestContext/.test(text))
    return undefined
  for (const spelling of spellings(text, text)) {
    const pages = [...jsonObjects(spelling)].flatMap(pageOf)
    if (pages.length > 0) return together(pages)
  }
  return undefined
}

interface Page extends Omit<Recorded, 'isCutOff'> {
  readonly next: string | undefined
}

function pageOf(tree: Tree): readonly Page[] {
  const evaluations = fieldOf(tree, 'evaluations')
  const requestContext = fieldOf(tree, 'requestContext')
  if (evaluations?.kind !== 'array' || (requestContext === undefined && fieldOf(tree, 'policies') === undefined))
    return []
  return [
    {
      context: contextIn(requestContext),
      evaluations: evaluations.items.flatMap(evaluationOf),
      policies: itemsOf(fieldOf(tree, 'policies')).flatMap(policyOf),
      next: textOf(tree, 'nextToken') ?? textOf(tree, 'NextToken'),
    },
  ]
}

function together(pages: readonly Page[]): Recorded {
  const policies = new Map(pages.flatMap((page) => page.policies.map((policy) => [policy.uri, policy] as const)))
  const evaluations = new Map(
    pages.flatMap((page) =>
      page.evaluations.map((each) => [JSON.stringify([each.action, each.resource]), each] as const),
    ),
  )
  return {
    context: new Map(pages.flatMap(({ context }) => [...context])),
    evaluations: [...evaluations.values()],
    policies: [...policies.values()],
    isCutOff: pages.filter(({ next }) => next !== undefined).length >= pages.length,
  }
}

function evaluationOf(tree: Tree): readonly RecordedEvaluation[] {
  const action = textOf(tree, 'action')
  if (action === undefined) return []
  const effect = textOf(tree, 'evaluatedEffect')
  return [
    {
      action,
      // AWS leaves it empty for an action that isn't about one resource.
      resource: textOf(tree, 'resource') || '*',
      context: contextIn(fieldOf(tree, 'context')),
      effect: effect === 'ALLOW' || effect === 'EXPLICIT_DENY' || effect === 'IMPLICIT_DENY' ? effect : undefined,
      matched: itemsOf(fieldOf(tree, 'matchedPolicies')).flatMap(statementsOf),
    },
  ]
}

function statementsOf(tree: Tree): readonly RecordedStatement[] {
  const uri = textOf(tree, 'uri')
  if (uri === undefined) return []
  return itemsOf(fieldOf(tree, 'matchedStatements')).map((statement) => {
    const effect = textOf(statement, 'evaluatedEffect')
    return { uri, sid: textOf(statement, 'sid'), effect: effect === 'ALLOW' || effect === 'DENY' ? effect : undefined }
  })
}

function policyOf(tree: Tree): readonly RecordedPolicy[] {
  const uri = textOf(tree, 'uri')
  if (uri === undefined) return []
  const attachedTo = itemsOf(fieldOf(tree, 'attachedTo')).flatMap((each) => textOf(each, 'arn') ?? [])
  const type = types.get(textOf(tree, 'type') ?? '')
  // The policy of a role is its trust policy.
  const isTrust = type === 'resource' && attachedTo.some((arn) => /^arn:[\w-]+:iam::\d{12}:role\//.test(arn))
  return [{ uri, type: isTrust ? 'trust' : type, attachedTo }]
}

/** The keys of a context; a value is a text, a number, a boolean, or a list of them. */
const contextIn = (tree: Tree): ContextMap =>
  new Map(
    entriesOf(tree).flatMap(([key, value]): readonly (readonly [string, string | readonly string[]])[] => {
      if (value.kind === 'array') return [[key, value.items.flatMap((item) => plainText(item) ?? [])]]
      const text = plainText(value)
      return text === undefined ? [] : [[key, text]]
    }),
  )
