import { type Authorization, type Denial, deniedIn, type Recorded } from '../denial/index.ts'
import type { Decision, Verdict } from '../evaluate/index.ts'
import type { Case, Step } from './diagnosis.ts'
import { listed } from './words.ts'

/**
 * How to get AWS's own record of the denial; undefined where the message has no authorization ID, or the record is there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html
 */
export function recordStep({ authorization, recorded }: Denial): Step | undefined {
  if (!authorization || recorded) return undefined
  const { region, link } = authorization
  const where = region === undefined ? 'in the Region of the denial' : `in ${region}, the Region of the denial`
  return {
    title: 'Get AWS’s own record of this denial',
    text: `AWS kept every condition key and policy of this request under its authorization ID. ${link === undefined ? 'Run' : `Open ${link}, or run`} these commands ${where}, with credentials of the same account or organization. They’re read-only. AWS keeps the record for at least 24 hours, and it takes a moment to appear: after ResourceNotFoundException, try again. You need iam:GetRequestAuthorizationDetails and iam:GetRequestAuthorizationPolicy. Paste the whole output here.`,
    owner: 'account administrator',
    command: commandsFor(authorization),
  }
}

/** Both commands. The ID holds letters and digits only, the Region small letters, digits, and hyphens, so a shell takes them as they are. */
function commandsFor({ id, region }: Authorization): string {
  const where = `--region ${region ?? 'REGION'} --authorization-id ${id}`
  return [
    `aws iam-toolbox get-request-authorization-details ${where} --output json`,
    `for uri in $(aws iam-toolbox get-request-authorization-details ${where} --query 'policies[].uri' --output text); do`,
    `  echo "# Policy as recorded: $uri"`,
    `  aws iam-toolbox get-request-authorization-policy ${where} --policy-uri "$uri" --output json`,
    'done',
  ].join('\n')
}

const decisions: Readonly<Record<'ALLOW' | 'EXPLICIT_DENY' | 'IMPLICIT_DENY', Decision>> = {
  ALLOW: 'allowed',
  EXPLICIT_DENY: 'explicitDeny',
  IMPLICIT_DENY: 'implicitDeny',
}

const names: Readonly<Record<Decision, string>> = {
  allowed: 'allowed',
  explicitDeny: 'an explicit deny',
  implicitDeny: 'an implicit deny',
  undetermined: '“it depends”',
}

/** Compares AWS’s recorded decision with ours, and explains a difference. Empty without a record. */
export function compareWithRecord(given: Case, denial: Denial, verdict: Verdict | undefined): readonly string[] {
  const { recorded } = denial
  const asked = recorded && deniedIn(recorded, denial)
  if (!recorded || !asked) return []
  const missing = withoutDocument(recorded, given)
  const own = asked.effect && decisions[asked.effect]
  return [
    own === undefined
      ? 'AWS’s record doesn’t say how it decided.'
      : `AWS recorded ${names[own]}${statements(asked.matched)}.`,
    ...(verdict && own !== undefined && given.policies.length > 0
      ? [
          verdict.decision === own
            ? 'The documents you pasted lead to the same decision.'
            : `The documents you pasted lead to ${names[verdict.decision]}. ${whyDifferent(missing, recorded)}`,
        ]
      : []),
    ...(missing.length > 0 ? [`AWS looked at ${count(missing.length)} that you didn’t paste: ${some(missing)}.`] : []),
    ...alsoDenied(recorded, asked),
    ...(recorded.isCutOff ? ['The record goes on: the last page names another one (nextToken).'] : []),
  ]
}

function statements(matched: readonly { readonly uri: string; readonly sid: string | undefined }[]): string {
  const phrases = matched
    .slice(0, 4)
    .map(({ uri, sid }) => (sid === undefined ? `in ${uri}` : `statement “${sid}” of ${uri}`))
  return phrases.length === 0 ? '' : `: ${listed(phrases)}`
}

/** Policies that AWS evaluated and that weren’t pasted, compared by name. */
function withoutDocument({ policies }: Recorded, given: Case): readonly string[] {
  const pasted = new Set(given.policies.map(({ name }) => name))
  return policies.flatMap(({ uri, attachedTo: [holder] }) =>
    pasted.has(uri) || (holder !== undefined && [...pasted].some((name) => name.endsWith(` of ${holder}`)))
      ? []
      : [uri],
  )
}

function whyDifferent(missing: readonly string[], { isCutOff }: Recorded): string {
  if (missing.length > 0) return 'The policies that are missing here can make the difference.'
  if (isCutOff) return 'Pages of the record are missing here.'
  return 'A recorded policy can leave out what it says about other services, and across organizations AWS shows only your own side’s policies.'
}

/** One call can be checked for several actions and resources. */
function alsoDenied({ evaluations }: Recorded, asked: object): readonly string[] {
  const others = evaluations.filter((each) => each !== asked && each.effect !== 'ALLOW')
  if (others.length === 0) return []
  const pairs = others.map(({ action, resource }) => `${action} on ${resource}`)
  return [`AWS denied more in the same request: ${some(pairs)}.`]
}

const count = (n: number): string => (n === 1 ? 'a policy' : `${n} policies`)

const some = (items: readonly string[]): string =>
  items.length > 6 ? `${items.slice(0, 6).join(', ')}, and ${items.length - 6} more` : listed(items)
