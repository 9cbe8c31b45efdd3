import { type PolicyType, parseArn } from '../iam/index.ts'
import type { Denial } from './denial.ts'
import type { PastedPolicy } from './documents/pasted.ts'
import { accountOf, principalTypeOf } from './principal-type.ts'
import type { Recorded, RecordedEvaluation, RecordedPolicy } from './recorded.ts'

/** The denial, with all that AWS's own record of it says. What the message says stays. */
export function withRecorded(denial: Denial, recorded: Recorded | undefined): Denial {
  if (!recorded) return denial
  const asked = deniedIn(recorded, denial)
  if (!asked) return { ...denial, recorded }
  const principal = denial.principal ?? callerIn(recorded)
  const isMessage = denial.kind !== 'not-authorization' && denial.kind !== 'possible-denial'
  const deny = asked.matched.find(({ effect }) => effect === 'DENY')
  const policy = recorded.policies.find(({ uri }) => uri === deny?.uri)
  const effect = asked.effect === 'EXPLICIT_DENY' ? 'explicit-deny' : 'implicit-deny'
  return {
    ...denial,
    kind: isMessage ? denial.kind : 'access-denied',
    principal,
    principalType: denial.principalType ?? (principal === undefined ? undefined : principalTypeOf(principal)),
    accountId: denial.accountId ?? (principal === undefined ? undefined : accountOf(principal)),
    action: denial.action ?? asked.action,
    actionDerived: undefined,
    actionCandidates: [],
    resource: denial.resource ?? asked.resource,
    effect: denial.effect ?? (asked.effect === 'ALLOW' ? undefined : effect),
    policyType: denial.policyType ?? policy?.type,
    policyArn: denial.policyArn ?? (policy && parseArn(policy.uri) ? policy.uri : undefined),
    context: new Map([...denial.context, ...recorded.context, ...asked.context]),
    insteadOf: undefined,
    insteadTopic: undefined,
    candidate: undefined,
    recorded,
  }
}

/** The evaluation that the message is about; without a message, the first that was denied. */
export function deniedIn(
  { evaluations }: Recorded,
  { action, resource }: Pick<Denial, 'action' | 'resource'>,
): RecordedEvaluation | undefined {
  const denied = evaluations.filter(({ effect }) => effect !== 'ALLOW')
  const same = denied.filter((each) => action === undefined || each.action.toLowerCase() === action.toLowerCase())
  return same.find((each) => each.resource === resource) ?? same[0] ?? denied[0]
}

/** The caller as AWS saw it: aws:PrincipalArn is a session's role, and aws:userid ends in the session's name. */
function callerIn({ context }: Recorded): string | undefined {
  const key = (name: string): string | undefined => {
    const found = [...context].find(([key]) => key.toLowerCase() === name)?.[1]
    return typeof found === 'string' ? found : undefined
  }
  const arn = key('aws:principalarn')
  const parsed = parseArn(arn ?? '')
  const session = /^ARO[A-Z0-9]+:(.+)$/.exec(key('aws:userid') ?? '')?.[1]
  const role = parsed?.service === 'iam' ? /^role\/(?:.*\/)?([^/]+)$/.exec(parsed.resource)?.[1] : undefined
  if (!parsed || role === undefined || session === undefined) return arn
  return `arn:${parsed.partition}:sts::${parsed.account}:assumed-role/${role}/${session}`
}

/** The policies as AWS recorded them, with type and attachment. Each document is identified by the URI before it, or by its statements. */
export function asRecorded(
  policies: readonly PastedPolicy[],
  recorded: Recorded | undefined,
  text: string,
): readonly PastedPolicy[] {
  if (!recorded) return policies
  const left = new Set(recorded.policies)
  const found = new Map<PastedPolicy, RecordedPolicy>()
  const take = (policy: PastedPolicy, info: RecordedPolicy | undefined): void => {
    if (!info || found.has(policy) || !left.delete(info)) return
    found.set(policy, info)
  }
  policies.forEach((policy, i) => {
    const from = policies[i - 1]?.span.to ?? 0
    const before = text.slice(Math.max(from, policy.span.from - reach), policy.span.from)
    take(policy, lastNamed(before, left))
  })
  for (const policy of policies) take(policy, bySids(policy, recorded, left))
  const [rest, ...more] = policies.filter((policy) => !found.has(policy))
  if (rest && more.length === 0 && left.size === 1) take(rest, [...left][0])
  return policies.map((policy) => {
    const info = found.get(policy)
    return info ? { ...policy, ...told(info) } : policy
  })
}

/** The record itself comes before the first document; a URI in it identifies no document. */
const reach = 600

function lastNamed(before: string, infos: ReadonlySet<RecordedPolicy>): RecordedPolicy | undefined {
  const own = before.slice(Math.max(before.lastIndexOf('attachedTo'), before.lastIndexOf('evaluatedEffect')) + 1)
  let last: { readonly info: RecordedPolicy; readonly at: number } | undefined
  for (const info of infos) {
    const at = own.lastIndexOf(info.uri)
    const isWhole = at >= 0 && !/[\w+=,.@/-]/.test(own[at + info.uri.length] ?? '')
    if (isWhole && (!last || at > last.at)) last = { info, at }
  }
  return last?.info
}

/** The one policy of which AWS names a statement that this document has. */
function bySids(
  { text }: PastedPolicy,
  { evaluations }: Recorded,
  infos: ReadonlySet<RecordedPolicy>,
): RecordedPolicy | undefined {
  const uris = new Set(
    evaluations.flatMap(({ matched }) =>
      matched.flatMap(({ uri, sid }) => (sid !== undefined && text.includes(JSON.stringify(sid)) ? [uri] : [])),
    ),
  )
  const fitting = [...infos].filter(({ uri }) => uris.has(uri))
  return fitting.length === 1 ? fitting[0] : undefined
}

function told({ uri, type, attachedTo }: RecordedPolicy): Partial<PastedPolicy> {
  const arn = parseArn(uri) ? uri : undefined
  const [holder] = attachedTo
  const target = type === 'scp' || type === 'rcp' ? holder?.split('/').at(-1) : undefined
  return {
    ...(type === undefined ? {} : { policyType: type, because: 'AWS recorded it so when it denied the request' }),
    name: arn ?? `${type === undefined ? 'Policy' : inline(type)} ${holder === undefined ? uri : `of ${holder}`}`,
    arn,
    ...(holder === undefined ? {} : { holder }),
    ...(target === undefined ? {} : { target }),
  }
}

const inline = (type: PolicyType): string => (type === 'identity' ? 'Inline policy' : 'Policy')
