import { compile, type Decision, type PolicyInput } from '../../evaluate/index.ts'
import type { PolicyType } from '../../iam/index.ts'
import type { Claims } from './claims.ts'

interface Question {
  readonly action: string
  readonly resource: string
}

/** The requests that a claim lists: "ce:GetTags,iam:PassRole@arn:…". */
export const questions = (claims: Claims, name: string): readonly Question[] =>
  listed(claims.get(name)).map((each) => {
    const [action = '', ...resource] = each.split('@')
    return { action, resource: resource.join('@') || '*' }
  })

/** The decision for the policy, together with the other policies that a reader would need: see `withPolicy`. */
export function decide(
  { type, text, claims }: { readonly type: PolicyType; readonly text: string; readonly claims: Claims },
  { action, resource }: Question,
): Decision {
  const principal = claims.get('as') ?? 'arn:aws:iam::123456789012:user/mateojackson'
  const evaluator = compile([{ type, text }, ...withPolicy({ type, text }, principal, claims)])
  return evaluator.decide({
    principal,
    action,
    resource,
    resourceAccount: claims.get('owner'),
    context: { ...(type === 'vpc-endpoint' ? throughEndpoint : {}), ...contextOf(claims) },
  })
}

/** An endpoint's policy is asked about what comes through it. */
const throughEndpoint = { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } as const

const open = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

/**
 * The policies next to the one in question: full permissions of the caller, where it isn't about them, the other account's side, where the claim
 * says that it allows the caller, and full permissions next to a policy or an SCP that only denies. One with an Allow is a list of its own.
 */
function withPolicy(
  { type, text }: { readonly type: PolicyType; readonly text: string },
  principal: string,
  claims: Claims,
): readonly PolicyInput[] {
  const onlyDenies = !text.includes('"Allow"')
  const isService = !principal.startsWith('arn:')
  const welcome = { Effect: 'Allow', Principal: { AWS: principal } }
  const otherSide = otherSides.get(claims.get('other-side') ?? '')
  return [
    ...((type === 'identity' && !onlyDenies) || isService ? [] : [{ type: 'identity', document: open } as const]),
    ...(type === 'scp' && onlyDenies ? [{ type: 'scp', document: open } as const] : []),
    ...(otherSide
      ? [{ type: otherSide.type, document: { ...open, Statement: [{ ...welcome, ...otherSide.statement }] } }]
      : []),
  ]
}

const otherSides: ReadonlyMap<string, { readonly type: PolicyType; readonly statement: object }> = new Map([
  ['trust', { type: 'trust', statement: { Action: ['sts:AssumeRole', 'sts:TagSession'] } }],
  ['resource', { type: 'resource', statement: { Action: '*', Resource: '*' } }],
])

/** "aws:SourceArn:arn:aws:…" → the key up to its second colon, and the value behind it. */
const contextOf = (claims: Claims): Readonly<Record<string, string>> =>
  Object.fromEntries(
    listed(claims.get('context')).map((each) => {
      const [prefix = '', name = '', ...value] = each.split(':')
      return [`${prefix}:${name}`, value.join(':')]
    }),
  )

const listed = (text: string | undefined): readonly string[] => text?.split(',').filter(Boolean) ?? []
