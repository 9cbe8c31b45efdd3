import { splitArn } from '../../iam/index.ts'
import { needsBillingAccess } from '../../reference/index.ts'
import type { NonEmpty } from '../../text/index.ts'
import { capital, inTurn, messagesOf, type Text } from '../../words/index.ts'
import { tagsNewKey } from '../ask-resource.ts'
import { defineCause } from '../cause.ts'
import { cdkSteps, keptRoleSteps } from '../cdk-steps.ts'
import type { Step } from '../diagnosis.ts'
import { unseenSteps } from '../fetch-step.ts'
import { firstText } from '../first-text.ts'
import { addActionStep, addedActions } from '../fixes/add-action.ts'
import { type AllowIn, allowIn } from '../fixes/allow-in.ts'
import { queryResult, resourceFor } from '../fixes/allow-statement.ts'
import { completeStep, completions } from '../fixes/complete-resource.ts'
import type { Draft } from '../fixes/draft.ts'
import { forService } from '../fixes/of-sentence.ts'
import { isInstanceSession, isPodOnNode } from '../instance-session.ts'
import { insteadOfAllowing } from '../instead-of-allowing.ts'
import { isMissingOrDenied } from '../missing-or-denied.ts'
import { missingValueSteps } from '../missing-value.ts'
import { malformedIn, mistakeSteps } from '../mistakes.ts'
import { meetCondition, meetConditions, nearest, nearPhrase } from '../near-miss.ts'
import { sessionFixes, sessionStep, sessionVariable } from '../own-session.ts'
import { policyOrderSteps } from '../policy-order.ts'
import { widthOf } from '../reach.ts'
import { rightAccountSteps } from '../right-account.ts'
import { sentenceNote } from '../sentence-notes.ts'
import { isOfSession, leaveOutStep } from '../session-extras.ts'
import { shellWord } from '../shell-word.ts'
import { type Asked, type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { unattachedSteps } from '../unattached.ts'
import { nameOf, statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('no-identity-allow', {
  note: 'It allows {{action}} {{scope}}.',
  ifNew: '{{note}} Attach it to {{who}}; the existing policies stay as they are.',
  permissionsBoundaryUser: 'and a permissions boundary of the user doesn’t limit it',
  permissionsBoundaryRole: 'and a permissions boundary of the role can still stop it',
  withinOneAccountResources:
    'Within one account, the resource’s own policy can grant access to {{who}} without any change to the caller. The trade-off: people who read the caller’s policies don’t see it, every other resource needs the same change, {{boundary}}.',
  resourcePolicyAlreadyAdd:
    '{{note}} If the resource has a policy already, add the statement to it and keep the others.',
  policiesAllowUnder: 'The policies allow {{action}} only under a condition that this request doesn’t meet',
  noPolicyAllows: 'No policy attached to {{who}} allows {{action}}',
  missingOrDenied: 'What the call names doesn’t exist, or {{who}} lacks {{action}}',
  probablyLacksPermission: '{{who}} probably lacks the permission {{action}}',
  mayPolicyAllows: '{{who}} can do only what a policy allows, and none of the attached policies allows {{action}}.',
  mayPolicyAllowsMessage:
    '{{who}} can do only what a policy allows. The message doesn’t name a policy, and none was given. Usually it means that no policy attached to {{whoB}} allows {{action}}; an explicit deny in another policy is possible, too.',
  mayPolicyAllowsMessageForOthers:
    '{{who}} can do only what a policy allows. The message doesn’t name a policy. Usually it means that no policy attached to {{whoB}} allows {{action}}; an explicit deny in another policy is possible, too.',
  mayPolicyAllowsPolicies:
    '{{who}} can do only what a policy allows, and the policies you gave do not allow {{action}}. {{near}}',
  mayPolicyAllowsPoliciesForOthers:
    '{{who}} can do only what a policy allows, and the policies that I have do not allow {{action}}. {{near}}',
  cantBeAttached:
    'IAM doesn’t save “{{policy}}” as it was pasted (line {{line}}: {{message}}), so it isn’t what’s attached.',
  callCreatesNo: 'on {{resource}}: what the call creates has no ID yet',
  everythingMatchesMessage:
    'on everything that {{resource}} matches. The message names the resource like that, often because the name in the call was empty or wrong. Replace it with the real name',
  resource: 'on this resource',
  anyPlace:
    'on {{resource}}. The message has “*” where AWS writes the {{hidden}}, so it seems to be hidden: put the real one there',
  secretByName: 'on this secret. The six question marks match the characters that Secrets Manager adds to its name',
  everyStream: 'on every log stream of this group: each run opens one with a new name',
  wholeGroup: 'on this log group. AWS puts “:log-stream:” behind its name for this action',
  everyResult: 'on everything in this folder: Athena writes each result under a new name',
  region: 'Region',
  regionAndAccount: 'Region and the account',
  allResourcesTakes: 'on all resources: AWS takes nothing narrower for it',
  allResourcesBecause: 'on all resources, because the message names none',
  allResourcesBecauseArn: 'on all resources, because “{{resource}}” isn’t an ARN that a policy can name',
  checkNameCall: 'Check the name in the call',
  checkNameCallText:
    'The resource in the message ends with a wildcard. AWS prints it that way if the name in the call was empty, wrong, or the name of something that doesn’t exist. Look at the value that the call really sent, such as an unset variable.',
  nameSecretComplete: 'Name the secret by its complete ARN in the call',
  nameSecretCompleteText:
    'The call names the secret without the hyphen and six characters that Secrets Manager adds, and the policy expects them. A name that itself ends in a hyphen and six characters is taken for a complete ARN, so AWS looks for another secret. This prints the ARN:',
  instanceRole: 'If the program should use other credentials, give them to it',
  instanceRoleText:
    'The session’s name is an instance’s ID, so the call was made with the role {{role}} of the EC2 instance. A program gets that role when it finds no other credentials: look for a profile, environment variables, or a setting of the build tool that it didn’t find.',
  secretElsewhere: 'If the secret is in another account, name it by its ARN in the call',
  secretElsewhereText:
    'The call names the secret as {{name}}, and Secrets Manager looks for a name in the caller’s own account only. For a secret in another account, the call must have its whole ARN, the caller’s policies must allow that ARN, and the owner’s side needs two more: the secret’s policy and, because AWS’s own key can’t be shared, a customer managed KMS key whose policy lets the caller in. The owner runs this for the ARN:',
  allow: 'Allow {{action}} to {{who}}',
  allowText:
    'An IAM administrator of the account adds {{addition}} to a policy of {{who}}, or attaches it as a new policy. Without IAM permissions you can’t do this yourself.',
})

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
    const instead = insteadOfAllowing(situation)
    if (instead) return { title: instead.title, explanation: instead.explanation, basis: 'experience' }
    const malformed = malformedIn(situation)
      .slice(0, 1)
      .map(({ policy, line, message }) => told('cantBeAttached', { policy, line, message: clause(message) }))
    return {
      ...(needsBillingAccess(asked.action) ? { article: 'billing/not-authorized' } : {}),
      title: titleOf(situation),
      explanation: inTurn([explanationOf(situation), ...malformed, sentenceNote(situation.denial.sentence?.id)]),
      ...(malformed.length > 0 ? { basis: 'experience' as const } : {}),
    }
  },
  steps: (situation) => {
    const instead = insteadOfAllowing(situation)
    if (instead) return [instead.step]
    const [first = completeStep(situation) ?? addActionStep(situation) ?? allowStep(situation), ...others] =
      meetConditions(situation, 'identity')
    const steps: NonEmpty<Step> = [
      first,
      ...others,
      ...keptRoleSteps(situation),
      ...unattachedSteps(situation),
      ...instanceRole(situation),
      ...(isOfSession(situation) ? [leaveOutStep(situation)] : []),
      ...rightAccountSteps(situation.asked.action),
      ...unseenSteps(situation),
    ]
    const variable = sessionVariable(situation)
    if (variable !== undefined) return [sessionStep(variable), ...steps.slice(1)]
    const [mistake, ...mistakes] = mistakeSteps(malformedIn(situation))
    if (mistake) return [mistake, ...mistakes, ...steps]
    const [value] = missingValueSteps(situation)
    if (value) return [value, ...steps]
    const [order, ...grants] = policyOrderSteps(situation)
    if (order && grants.length > 0) return [order, ...grants, ...steps]
    const [cdk] = cdkSteps(situation)
    if (cdk) return [cdk, ...steps]
    if (isPattern(situation)) return [checkName, ...steps]
    const [secret] = partialSecret(situation)
    if (secret) return [secret, ...steps]
    const elsewhere = secretByName(situation)
    return inOtherAccount.test(situation.given.paste.slice(0, mostText)) && elsewhere[0]
      ? [elsewhere[0], ...steps]
      : [...steps, ...elsewhere]
  },
  fixes: function* (situation) {
    const { asked } = situation
    if (insteadOfAllowing(situation)) return
    if (sessionVariable(situation) !== undefined) yield* sessionFixes(situation)
    const note = told('note', { action: asked.action, scope: scopeOf(situation) })
    yield* completions(situation)
    yield* addedActions(situation)
    yield* allowIn(situation, { type: 'identity', note, ifNew: told('ifNew', { note, who: whoPhrase(asked) }) })
  },
  otherWays: function* (situation) {
    yield* forOthersToo(situation)
    if (isNamedInOwnAccount(situation)) yield* allowIn(situation, onTheResource(situation))
  },
})

/** If account details show a policy of a group or of several roles that could take the statement: that change, with the number of others who get it too. */
function* forOthersToo(situation: Evaluated): Generator<Draft> {
  const { asked, policies } = situation
  if (!policies.some((policy) => widthOf(policy) === 2)) return
  const note = told('note', { action: asked.action, scope: scopeOf(situation) })
  for (const draft of allowIn(situation, { type: 'identity', note }))
    if (draft.index !== undefined && widthOf(policies[draft.index] ?? {}) === 2) yield draft
}

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
function onTheResource(situation: Evaluated): AllowIn {
  const boundary =
    situation.asked.caller.kind === 'user' ? told('permissionsBoundaryUser') : told('permissionsBoundaryRole')
  const note = told('withinOneAccountResources', { who: whoPhrase(situation.asked), boundary })
  const ifNew = told('resourcePolicyAlreadyAdd', { note })
  return { type: 'resource', note, ifNew, ...forService(situation) }
}

function titleOf(situation: Evaluated): Text {
  const { asked } = situation
  if (hasGiven(situation, 'identity') && meetCondition(situation, 'identity'))
    return told('policiesAllowUnder', { action: asked.action })
  if (isMissingOrDenied(situation)) return told('missingOrDenied', { who: whoPhrase(asked), action: asked.action })
  return hasGiven(situation, 'identity') || situation.stated.policyType === 'identity'
    ? told('noPolicyAllows', { who: whoPhrase(asked), action: asked.action })
    : told('probablyLacksPermission', { who: capital(whoPhrase(asked)), action: asked.action })
}

function explanationOf(situation: Evaluated): Text {
  const { asked, stated } = situation
  const who = capital(whoPhrase(asked))
  if (!hasGiven(situation, 'identity')) {
    return stated.policyType === 'identity'
      ? told('mayPolicyAllows', { who, action: asked.action })
      : told('mayPolicyAllowsMessage', { who, whoB: whoPhrase(asked), action: asked.action })
  }
  const near = nearPhrase(nearest(situation, 'identity'))
  return meetCondition(situation, 'identity')
    ? near
    : told('mayPolicyAllowsPolicies', { who, action: asked.action, near })
}

/** How wide the new statement is, and why. */
function scopeOf(situation: Evaluated): Text {
  const { asked } = situation
  const { resource } = asked.request
  if (isNew(asked) || tagsNewKey(asked.action, situation.denial)) return told('callCreatesNo', { resource })
  if (isPattern(situation)) return told('everythingMatchesMessage', { resource })
  const hidden = hiddenPlace(resourceFor(asked))
  if (hidden) return told('anyPlace', { resource: resourceFor(asked), hidden })
  if (resource.endsWith('-??????')) return told('secretByName')
  if (resourceFor(asked).endsWith(':log-stream:*'))
    return told(/^logs:(?:CreateLogStream|PutLogEvents)$/.test(asked.action) ? 'everyStream' : 'wholeGroup')
  if (resourceFor(asked) !== '*' && queryResult.test(resource)) return told('everyResult')
  if (resourceFor(asked) !== '*') return told('resource')
  if (asked.known && !asked.takesArn) return told('allResourcesTakes')
  return resource === '*' ? told('allResourcesBecause') : told('allResourcesBecauseArn', { resource })
}

/** The message names no single resource, but everything of a kind. A wildcard that we put behind a name isn't the message's. */
const isPattern = ({ asked, denial, given }: Evaluated): boolean =>
  asked.request.resource !== '*' &&
  /[*?]/.test(ownPart(firstText(given.resource, denial.sentence?.resourceArn, denial.resource) ?? '')) &&
  resourceFor(asked) !== '*' &&
  !isNew(asked) &&
  !isListed(asked) &&
  !standsForId.test(asked.request.resource)

/** What an ARN has behind its account. Any other text as it is. */
const ownPart = (text: string): string => splitArn(text)?.[5] ?? text

/** AWS writes the Region and the account of a resource into its messages, so a star there is a reader's mask. */
function hiddenPlace(arn: string): Text | undefined {
  const [, , service, region, account] = splitArn(arn) ?? []
  if (region !== '*' || service === 's3') return undefined
  return account === '*' ? told('regionAndAccount') : told('region')
}

/** AWS writes "*" next to a name for the ID that it gave to what has the name: of a stack, an Auto Scaling group, what's in a log group. */
const standsForId = /:stack\/[^*?/]+\/\*$|:autoScalingGroup:\*:autoScalingGroupName\/[^*?]+$|:log-group:[^*?]+:\*$/

/** A list is about everything in its place: "branches/dev/jobs/*" is what amplify:ListJobs lists. */
const isListed = ({ action, known, request }: Asked): boolean =>
  (known?.accessLevels.includes('List') || /^List/.test(nameOf(action))) && /^[^*?]+[:/]\*$/.test(request.resource)

/** AWS writes "*" for the ID of something that the call is about to create: "instance/*" for RunInstances. */
const isNew = ({ action, request }: Asked): boolean =>
  /^(?:Create|Run|Allocate|Import|Copy|Request|Register|Launch|Provision|Restore)/.test(nameOf(action)) &&
  /[:/]\*$/.test(request.resource)

/** A sentence as a part of another one. */
const clause = (sentence: string): string => sentence.replace(/\.$/, '')

const checkName: Step = {
  title: told('checkNameCall'),
  text: told('checkNameCallText'),
  owner: 'caller',
}

/** A build server on an instance: without credentials of its own, each program gets the instance's role. */
const instanceRole = ({ asked, given }: Evaluated): readonly Step[] =>
  isInstanceSession(asked) && !isPodOnNode(asked, given.paste)
    ? [
        {
          title: told('instanceRole'),
          text: told('instanceRoleText', { role: asked.caller.name }),
          owner: 'caller',
          command: 'aws sts get-caller-identity',
        },
      ]
    : []

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
      title: told('nameSecretComplete'),
      text: told('nameSecretCompleteText'),
      owner: 'caller',
      command: `aws secretsmanager describe-secret --secret-id ${shellWord(resource.split(':')[6], '<SECRET>')} --query ARN`,
    },
  ]
}

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
function secretByName({ asked, denial, given }: Evaluated): readonly Step[] {
  const name = denial.resource
  const isName = name !== undefined && given.resource === undefined && /^[\w/+=.@-]{1,512}$/.test(name)
  if (asked.action !== 'secretsmanager:GetSecretValue' || !isName) return []
  return [
    {
      title: told('secretElsewhere'),
      text: told('secretElsewhereText', { name }),
      owner: 'caller',
      command: `aws secretsmanager describe-secret --secret-id ${shellWord(name, '<SECRET>')} --query '[ARN,KmsKeyId]'`,
    },
  ]
}

const mostText = 20_000

/** People say so if the resource is someone else's: "cross-account", "in AWS account 2". */
const inOtherAccount =
  /\bcross[- ](?:AWS[- ])?account|\b(?:another|other|different|second) (?:AWS )?account|\baccount (?:2|B)\b/i

const allowStep = ({ asked }: Evaluated): Step => ({
  title: told('allow', { action: asked.action, who: whoPhrase(asked) }),
  text: told('allowText', { who: whoPhrase(asked), addition: statementBelow }),
  owner: 'account administrator',
})
