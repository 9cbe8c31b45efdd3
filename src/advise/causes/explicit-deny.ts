import type { StatementRef } from '../../evaluate/index.ts'
import { inTurn, messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { avoidSteps } from '../deed-steps.ts'
import { exceptionStep, searchStep } from '../deny-steps.ts'
import { avoidable, type Denying, denyingStatement } from '../denying.ts'
import type { Step } from '../diagnosis.ts'
import { unseenSteps } from '../fetch-step.ts'
import { dropAction } from '../fixes/drop-action.ts'
import { spareAction, spareCaller } from '../fixes/except-from-deny.ts'
import { likelyDenies } from '../likely-denies.ts'
import { lockoutSteps } from '../lockout.ts'
import { matchedDeny } from '../matched-deny.ts'
import { statementPhrase } from '../near-miss.ts'
import type { Situation } from '../situation.ts'
import { createdOnceSteps, unmeetableSteps } from '../unmeetable.ts'
import { listed, ownerOf, typePhrase } from '../words.ts'

const told = messagesOf('explicit-deny', {
  aPolicy: 'a policy',
  it: 'it',
  ifNoSuchDeny: 'If the bucket policy has no such Deny, look at Block Public Access',
  ifNoSuchDenyText:
    'S3 sends the same message when RestrictPublicBuckets is on and a caller from another account uses a policy that is public. Then limit the Allow in the bucket policy to the accounts that need it, so that it isn’t public anymore.',
  policyGivenHere: ', and the policy was not given here',
  saysMessage: 'AWS says so in its message{{rest}}.',
  saysMessageForOthers: '',
  title: 'An explicit Deny in {{whose}} stops {{action}}',
  explanation: '{{which}} A Deny overrides every Allow, so another Allow can’t help, not even AdministratorAccess.',
  statement: '{{statement}}, {{type}},',
  denies: '{{named}} denies this.',
  more: '{{more}} more',
  denyBetweenWhatever:
    '{{all}} deny this between them: whatever the details of the request that aren’t known, one of them applies.',
  eachDeny: '{{all}} each deny this.',
})

interface Found {
  readonly situation: Situation
  readonly denying: Denying | undefined
}

/** A Deny applies. It overrides every Allow, so only an exception in it helps, or a call that it doesn’t match. */
export const explicitDeny = defineCause<Found>({
  id: 'explicit-deny',
  article: 'policies/how-aws-decides',
  applies: (situation) =>
    situation.blame.effect === 'explicit-deny' && situation.asked
      ? { situation, denying: denyingStatement(situation) }
      : undefined,
  explain: ({ situation, denying }) => {
    const type = situation.blame.policyType
    const whose = type ? typePhrase(type) : told('aPolicy')
    const action = situation.asked?.action ?? told('it')
    const which = denying ? denyingPhrase(denying) : (matchedDeny(situation)?.phrase ?? saidPhrase(situation))
    return {
      title: told('title', { whose, action }),
      explanation: told('explanation', { which }),
    }
  },
  steps: ({ situation, denying }) => {
    const [first, ...more] = [
      ...(denying ? unmeetableSteps(denying) : []),
      ...(denying ? avoidSteps(avoidable(denying), denying.situation.asked) : []),
      ...lockoutSteps(situation),
      ...(denying || !situation.asked ? [] : createdOnceSteps(situation.asked)),
      ...(denying ? [] : [...probableSteps(situation), ...unseenSteps(situation), ...publicAccessSteps(situation)]),
      ...(situation.blame.policyType ? [] : [searchStep]),
      exceptionStep(situation, situation.blame.policyType),
    ]
    return [first ?? exceptionStep(situation, undefined), ...more]
  },
  fixes: ({ denying }) =>
    denying
      ? [
          ...dropAction(denying.situation, denying.ref),
          ...spareAction(denying.situation, denying.ref),
          ...spareCaller(denying.situation, denying.ref),
        ]
      : [],
  otherWays: ({ denying }) => (denying ? spareCaller(denying.situation, denying.ref) : []),
})

const saidPhrase = ({ stated: { policyArn } }: Situation): Text =>
  told('saysMessage', { rest: policyArn ? `: ${policyArn}` : told('policyGivenHere') })

/** What a decoded message names; else what such a Deny usually is. */
function probableSteps(situation: Situation): readonly Step[] {
  const steps = matchedDeny(situation)?.steps ?? []
  return steps.length > 0 ? steps : likelyDenies(situation)
}

/** More statements than this are counted, not named. */
const mostNamed = 4

/** Names every statement that denies. If each one applies only for some values of an unknown key, together they deny every value. */
function denyingPhrase({ situation: { verdict } }: Denying): Text {
  const refs: readonly StatementRef[] = verdict.decidedBy
  const named = refs
    .slice(0, mostNamed)
    .map((ref) => told('statement', { statement: statementPhrase(ref), type: typePhrase(ref.policyType) }))
  const more = refs.length - named.length
  if (refs.length < 2) return told('denies', { named: inTurn(named, '') })
  const all = listed(more > 0 ? [...named, told('more', { more })] : named)
  const unsure = verdict.gates.flatMap(({ statements }) => statements.filter(({ answer }) => answer === 'unknown'))
  return unsure.some(({ ref }) => refs.includes(ref)) ? told('denyBetweenWhatever', { all }) : told('eachDeny', { all })
}

/**
 * S3 says the same where the bucket policy has no Deny: RestrictPublicBuckets denies callers of other accounts what a public policy allows.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
function publicAccessSteps({ asked, blame }: Situation): readonly Step[] {
  if (blame.policyType !== 'resource' || asked?.service !== 's3') return []
  const bucket = /^arn:[^:]*:s3:::([\w.-]{3,63})(?:\/|$)/.exec(asked.request.resource)?.[1] ?? '<BUCKET_NAME>'
  return [
    {
      title: told('ifNoSuchDeny'),
      text: told('ifNoSuchDenyText'),
      owner: ownerOf(blame.policyType, asked),
      command: `aws s3api get-public-access-block --bucket ${bucket}`,
    },
  ]
}
