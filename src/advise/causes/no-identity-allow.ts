import { needsBillingAccess } from '../../reference/index.ts'
import type { NonEmpty } from '../../text/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { unseenSteps } from '../fetch-step.ts'
import { type AllowIn, allowIn } from '../fixes/allow-in.ts'
import { resourceFor } from '../fixes/allow-statement.ts'
import type { Draft } from '../fixes/draft.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { widthOf } from '../reach.ts'
import { sentenceNote } from '../sentence-notes.ts'
import { isOfSession, leaveOutStep } from '../session-extras.ts'
import { shellWord } from '../shell-word.ts'
import { type Asked, type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { capital, nameOf, whoPhrase } from '../words.ts'

/** The caller's own policies do not allow it: the most common denial. */
export const noIdentityAllow = defineCause<Evaluated>({
  id: 'no-identity-allow',
  article: 'policies/identity-based',
  applies: (situation) => {
    const { effect, policyType } = situation.blame
    const isOwn = policyType === 'identity' || policyType === undefined
    return isEvaluated(situation) && effect !== 'explicit-deny' && isOwn ? situation : undefined
  },
  explain: (situation) => {
    const { asked } = situation
    return {
      ...(needsBillingAccess(asked.action) ? { article: 'billing/not-authorized' } : {}),
      title: titleOf(situation),
      explanation: `${explanationOf(situation)}${sentenceNote(situation.denial.sentence?.id)}`,
    }
  },
  steps: (situation) => {
    const steps: NonEmpty<Step> = [
      meetCondition(situation, 'identity') ?? allowStep(situation),
      ...(isOfSession(situation) ? [leaveOutStep(situation)] : []),
      ...(situation.asked.service === 'organizations' ? [rightAccount] : []),
      ...unseenSteps(situation),
    ]
    if (isPattern(situation.asked)) return [checkName, ...steps]
    const [secret] = partialSecret(situation)
    return secret ? [secret, ...steps] : steps
  },
  fixes: (situation) => {
    const { asked } = situation
    const note = `It allows ${asked.action}${scopeOf(asked)}.`
    const ifNew = `${note} Attach it to ${whoPhrase(asked)}; the existing policies stay as they are.`
    return allowIn(situation, { type: 'identity', note, ifNew })
  },
  otherWays: (situation) => [
    ...forOthersToo(situation),
    ...(isNamedInOwnAccount(situation) ? allowIn(situation, onTheResource(situation)) : []),
  ],
})

/** If account details show a policy of a group or of several roles that could take the statement: that change, with the number of others who get it too. */
const forOthersToo = (situation: Evaluated): readonly Draft[] =>
  allowIn(situation, {
    type: 'identity',
    note: `It allows ${situation.asked.action}${scopeOf(situation.asked)}.`,
  }).filter(({ index }) => index !== undefined && widthOf(situation.policies[index] ?? {}) === 2)

/**
 * Services whose resources' policies let users and roles of the same account in by themselves. Those of others serve AWS services or other accounts, or
 * cannot do without the caller's own policies (keys, roles).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-single-account.html
 */
const lettingIn: ReadonlySet<string> = new Set([
  's3',
  'sqs',
  'sns',
  'secretsmanager',
  'dynamodb',
  'kinesis',
  'lambda',
  'ecr',
])

/** A resource that doesn’t exist yet has no policy. */
const isNamedInOwnAccount = ({ asked }: Evaluated): boolean =>
  !asked.crossAccount &&
  asked.standIns.size === 0 &&
  resourceFor(asked) !== '*' &&
  lettingIn.has(asked.service) &&
  !nameOf(asked.action).startsWith('Create')

/** A boundary doesn’t limit a user that a resource’s policy names, but it does limit a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
function onTheResource({ asked }: Evaluated): AllowIn {
  const boundary =
    asked.caller.kind === 'user'
      ? 'and a permissions boundary of the user doesn’t limit it'
      : 'and a permissions boundary of the role can still stop it'
  const note = `Within one account, the resource’s own policy can grant access to ${whoPhrase(asked)} without any change to the caller. The trade-off: people who read the caller’s policies don’t see it, every other resource needs the same change, ${boundary}.`
  const ifNew = `${note} If the resource has a policy already, add the statement to it and keep the others.`
  return { type: 'resource', note, ifNew }
}

function titleOf(situation: Evaluated): string {
  const { asked } = situation
  if (hasGiven(situation, 'identity') && meetCondition(situation, 'identity'))
    return `The policies allow ${asked.action} only under a condition that this request doesn’t meet`
  return hasGiven(situation, 'identity') || situation.stated.policyType === 'identity'
    ? `No policy of ${whoPhrase(asked)} allows ${asked.action}`
    : `${capital(whoPhrase(asked))} probably lacks the permission ${asked.action}`
}

function explanationOf(situation: Evaluated): string {
  const { asked, stated } = situation
  const who = capital(whoPhrase(asked))
  if (!hasGiven(situation, 'identity')) {
    return stated.policyType === 'identity'
      ? `${who} may do only what a policy allows. AWS says so in its message: none of the policies attached to it allows ${asked.action}.`
      : `${who} may do only what a policy allows. The message doesn’t name a policy, and none was given. Usually it means that no policy attached to ${whoPhrase(asked)} allows ${asked.action}; an explicit deny in another policy is possible, too.`
  }
  const near = nearPhrase(nearest(situation, 'identity'))
  return meetCondition(situation, 'identity')
    ? near.trim()
    : `${who} may do only what a policy allows, and the policies you gave do not allow ${asked.action}.${near}`
}

/** How wide the new statement is, and why. */
function scopeOf(asked: Asked): string {
  const { resource } = asked.request
  if (isNew(asked)) return ` on ${resource}: what the call creates has no ID yet`
  if (isPattern(asked)) {
    return ` on everything that ${resource} matches. The message names the resource like that, often because the name in the call was empty or wrong. Replace it with the real name`
  }
  if (resourceFor(asked) !== '*') return ' on this resource'
  if (asked.known && !asked.takesArn) return ' on all resources: AWS takes nothing narrower for it'
  return resource === '*'
    ? ' on all resources, because the message names none'
    : ` on all resources, because “${resource}” isn’t an ARN that a policy can name`
}

/** The message names no single resource, but everything of a kind. */
const isPattern = (asked: Asked): boolean =>
  asked.request.resource !== '*' && /[*?]/.test(asked.request.resource) && resourceFor(asked) !== '*' && !isNew(asked)

/** AWS writes "*" for the ID of something that the call is about to create: "instance/*" for RunInstances. */
const isNew = ({ action, request }: Asked): boolean =>
  /^(?:Create|Run|Allocate|Import|Copy|Request|Register|Launch|Provision|Restore)/.test(nameOf(action)) &&
  /[:/]\*$/.test(request.resource)

const checkName: Step = {
  title: 'Check the name in the call',
  text: 'The resource in the message ends with a wildcard. AWS prints it that way if the name in the call was empty, wrong, or the name of something that doesn’t exist. Look at the value that the call really sent, such as an unset variable.',
  owner: 'caller',
}

/**
 * Secrets Manager adds a hyphen and six characters to a secret's ARN, and policies name them with "-??????".
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
function partialSecret({ asked, policies }: Evaluated): readonly Step[] {
  const { resource } = asked.request
  const isNamed = policies.some(({ text }) =>
    [`${resource}-??????"`, `${resource}-*"`].some((end) => text.includes(end)),
  )
  if (asked.service !== 'secretsmanager' || !isNamed) return []
  return [
    {
      title: 'Name the secret by its complete ARN in the call',
      text: 'The call names the secret without the hyphen and six characters that Secrets Manager adds, and the policy expects them. A name that itself ends in a hyphen and six characters is taken for a complete ARN, so AWS looks for another secret. This prints the ARN:',
      owner: 'caller',
      command: `aws secretsmanager describe-secret --secret-id ${shellWord(resource.split(':')[6], 'SECRET')} --query ARN`,
    },
  ]
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html */
const rightAccount: Step = {
  title: 'Check that you call from the right account',
  text: 'Most operations of AWS Organizations work only in the management account or in a delegated administrator’s. Anywhere else AWS denies them whatever the policies allow. This prints the management account:',
  owner: 'caller',
  command: 'aws organizations describe-organization --query Organization.MasterAccountId',
}

const allowStep = ({ asked }: Evaluated): Step => ({
  title: `Allow ${asked.action} to ${whoPhrase(asked)}`,
  text: `An IAM administrator of the account adds the statement below to a policy of ${whoPhrase(asked)}, or attaches it as a new policy. Without IAM permissions you can’t do this yourself.`,
  owner: 'account administrator',
})
