import { type Authorization, type Denial, deniedIn, type Recorded } from '../denial/index.ts'
import type { Decision, Verdict } from '../evaluate/index.ts'
import { inTurn, messagesOf, type Text } from '../words/index.ts'
import type { Case, Step } from './diagnosis.ts'
import { listed } from './words.ts'

const told = messagesOf('recorded', {
  regionDenial: 'in the Region of the denial',
  regionDenialB: 'in {{region}}, the Region of the denial',
  getAwssOwn: 'Get AWS’s own record of this denial',
  getAwssOwnForOthers: '',
  run: 'Run',
  openRun: 'Open {{link}}, or run',
  getAwssOwnText:
    'AWS kept every condition key and policy of this request under its authorization ID. {{rest}} these commands {{where}}, with credentials of the same account or organization. They’re read-only. AWS keeps the record for at least 24 hours, and it takes a moment to appear: after ResourceNotFoundException, try again. You need iam:GetRequestAuthorizationDetails and iam:GetRequestAuthorizationPolicy. Paste the whole output here.',
  allowed: 'allowed',
  explicitDeny: 'an explicit deny',
  implicitDeny: 'an implicit deny',
  depends: '“it depends”',
  awssRecordSay: 'AWS’s record doesn’t say how it decided.',
  recorded: 'AWS recorded {{names}}{{statements}}.',
  documentsPastedLead: 'The documents you pasted lead to the same decision.',
  documentsPastedLeadForOthers: 'The documents that I have lead to the same decision.',
  documentsPastedLeadB: 'The documents you pasted lead to {{names}}. {{whyDifferent}}',
  documentsPastedLeadBForOthers: 'The documents that I have lead to {{names}}. {{whyDifferent}}',
  lookedPaste: 'AWS looked at {{count}} that you didn’t paste: {{missing}}.',
  lookedPasteForOthers: 'AWS looked at {{count}} that I don’t have: {{missing}}.',
  recordGoesLast: 'The record goes on: the last page names another one (nextToken).',
  in: 'in {{uri}}',
  statement: 'statement “{{sid}}” of {{uri}}',
  by: ': {{phrases}}',
  policiesMissingHere: 'The policies that are missing here can make the difference.',
  pagesRecordMissing: 'Pages of the record are missing here.',
  recordedPolicyLeave:
    'A recorded policy can leave out what it says about other services, and across organizations AWS shows only your own side’s policies.',
  on: '{{action}} on {{resource}}',
  deniedMoreSame: 'AWS denied more in the same request: {{pairs}}.',
  policy: 'a policy',
  policies: '{{n}} policies',
  more: '{{items}}, and {{count}} more',
})

/**
 * How to get AWS's own record of the denial; undefined where the message has no authorization ID, or the record is there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html
 */
export function recordStep({ authorization, recorded }: Denial): Step | undefined {
  if (!authorization || recorded) return undefined
  const { region, link } = authorization
  const where = region === undefined ? told('regionDenial') : told('regionDenialB', { region })
  return {
    title: told('getAwssOwn'),
    text: told('getAwssOwnText', { rest: link === undefined ? told('run') : told('openRun', { link }), where }),
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

const names: Readonly<Record<Decision, Text>> = {
  allowed: told('allowed'),
  explicitDeny: told('explicitDeny'),
  implicitDeny: told('implicitDeny'),
  undetermined: told('depends'),
}

/** Compares AWS’s recorded decision with ours, and explains a difference. Empty without a record. */
export function compareWithRecord(given: Case, denial: Denial, verdict: Verdict | undefined): readonly Text[] {
  const { recorded } = denial
  const asked = recorded && deniedIn(recorded, denial)
  if (!recorded || !asked) return []
  const missing = withoutDocument(recorded, given)
  const own = asked.effect && decisions[asked.effect]
  return [
    own === undefined
      ? told('awssRecordSay')
      : told('recorded', { names: names[own], statements: statements(asked.matched) }),
    ...(verdict && own !== undefined && given.policies.length > 0
      ? [
          verdict.decision === own
            ? told('documentsPastedLead')
            : told('documentsPastedLeadB', {
                names: names[verdict.decision],
                whyDifferent: whyDifferent(missing, recorded),
              }),
        ]
      : []),
    ...(missing.length > 0 ? [told('lookedPaste', { count: count(missing.length), missing: some(missing) })] : []),
    ...alsoDenied(recorded, asked),
    ...(recorded.isCutOff ? [told('recordGoesLast')] : []),
  ]
}

function statements(matched: readonly { readonly uri: string; readonly sid: string | undefined }[]): Text {
  const phrases = matched
    .slice(0, 4)
    .map(({ uri, sid }) => (sid === undefined ? told('in', { uri }) : told('statement', { sid, uri })))
  return phrases.length === 0 ? '' : told('by', { phrases: listed(phrases) })
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

function whyDifferent(missing: readonly string[], { isCutOff }: Recorded): Text {
  if (missing.length > 0) return told('policiesMissingHere')
  if (isCutOff) return told('pagesRecordMissing')
  return told('recordedPolicyLeave')
}

/** One call can be checked for several actions and resources. */
function alsoDenied({ evaluations }: Recorded, asked: object): readonly Text[] {
  const others = evaluations.filter((each) => each !== asked && each.effect !== 'ALLOW')
  if (others.length === 0) return []
  const pairs = others.map(({ action, resource }) => told('on', { action, resource }))
  return [told('deniedMoreSame', { pairs: some(pairs) })]
}

const count = (n: number): Text => (n === 1 ? told('policy') : told('policies', { n }))

const some = (items: readonly Text[]): Text =>
  items.length > 6 ? told('more', { items: inTurn(items.slice(0, 6), ', '), count: items.length - 6 }) : listed(items)
