import type { Statement } from '../../iam/index.ts'
import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { statementOf } from '../fixes/except-from-deny.ts'
import { shellWord } from '../shell-word.ts'
import type { Situation } from '../situation.ts'
import { whoPhrase } from '../words.ts'

const told = messagesOf('quarantined-key', {
  title: 'AWS has put this user under quarantine: its access key leaked',
  explanation:
    'AWS found an access key of {{who}} in a public place and attached a policy that denies what thieves do first. No permission is missing.',
  deactivateLeakedKey: 'Deactivate the leaked key now',
  deactivateLeakedKeyText:
    'In the IAM console, open the user and deactivate the key that AWS names in its email or support case. If a program needs one, make a new key for it first. Delete the old key once nothing uses it anymore.',
  seeDone: 'See what was done with it',
  seeDoneForOthers: 'See in CloudTrail what was done with it',
  seeDoneText:
    'Look in CloudTrail, in all Regions and as someone other than this user, for calls that no one on your team made: new users, roles, keys, instances. Delete what you don’t recognize, and look in Billing for costs that you don’t recognize.',
  answerSupportCase: 'Answer the support case that AWS opened',
  answerSupportCaseText:
    'AWS Support opens a case when it finds a key in public. It says what AWS saw and what it asks you to do.',
  detachQuarantinePolicy: 'Detach the quarantine policy last',
  detachQuarantinePolicyText:
    'Detach {{quarantine}} from the user only after every leaked key has stopped working. Removing it earlier, or working around it with another user, leaves the account open.',
})

/** AWS found the access key in public and attached its quarantine policy. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html */
export const quarantinedKey = defineCause<Situation>({
  id: 'quarantined-key',
  article: 'credentials/leaked-key',
  applies: (situation) => (isQuarantine(situation) ? situation : undefined),
  explain: ({ asked }) => ({
    title: told('title'),
    explanation: told('explanation', { who: whoPhrase(asked) }),
  }),
  steps: ({ asked }) => {
    const user = shellWord(asked?.caller.kind === 'user' ? asked.caller.name : undefined, '<USER_NAME>')
    return [
      {
        title: told('deactivateLeakedKey'),
        text: told('deactivateLeakedKeyText'),
        owner: 'account administrator',
        command: `aws iam list-access-keys --user-name ${user}`,
      },
      {
        title: told('seeDone'),
        text: told('seeDoneText'),
        owner: 'account administrator',
        command:
          'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=<ACCESS_KEY_ID>',
      },
      {
        title: told('answerSupportCase'),
        text: told('answerSupportCaseText'),
        owner: 'account administrator',
      },
      {
        title: told('detachQuarantinePolicy'),
        text: told('detachQuarantinePolicyText', { quarantine }),
        owner: 'account administrator',
      },
    ]
  },
})

const quarantine = 'AWSCompromisedKeyQuarantine'

/** Actions that every version of the policy denies, and hardly another policy together. Read on 2026-11-28 from V1 to V3. */
const marks = [
  'ec2:RequestSpotInstances',
  'iam:UpdateAccountPasswordPolicy',
  'lightsail:DownloadDefaultKeyPair',
  'lightsail:GetInstanceAccessDetails',
  'organizations:InviteAccountToOrganization',
] as const

/** The policy has a version in its name. The message or a pasted policy names it; a document without a name is known by what it denies. */
function isQuarantine(situation: Situation): boolean {
  const { stated, blame, verdict, given } = situation
  if (blame.effect !== 'explicit-deny') return false
  const refs = verdict?.decidedBy ?? []
  const names = [
    stated.policyArn ?? '',
    ...refs.map(({ policy }) => policy),
    ...(stated.policyArn === undefined ? [given.paste.slice(0, 20_000)] : []),
  ]
  return names.some((name) => name.includes(quarantine)) || refs.some((ref) => hasMarks(statementOf(situation, ref)))
}

function hasMarks(statement: Statement | undefined): boolean {
  const denied = new Set(statement?.action?.items.map(({ value }) => value.raw))
  return statement?.action?.sense === 'any-of' && marks.every((action) => denied.has(action))
}
