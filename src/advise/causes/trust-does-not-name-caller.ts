import { inTurn, messagesOf, type Text } from '../../words/index.ts'
import { assumesItself, itselfStep, mayAssumeItself, maybeOfItself, ofItself } from '../assumes-itself.ts'
import { defineCause, type Explanation } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { fetchStep, unseenSteps } from '../fetch-step.ts'
import { allowIn, statementToAdd } from '../fixes/allow-in.ts'
import { allowStatement, comesWithToken } from '../fixes/allow-statement.ts'
import { sessionActionDrafts, withSessionAction } from '../fixes/session-action.ts'
import { permissionSetOf } from '../identity-center.ts'
import { isPodOnNode, podStep } from '../instance-session.ts'
import { meetCondition, nearest, nearPhrase } from '../near-miss.ts'
import { isOfSession, leaveOutStep } from '../session-extras.ts'
import { type Silent, silentLayer } from '../silent.ts'
import { type Evaluated, hasGiven } from '../situation.ts'
import { evidenceIn } from '../trust/evidence.ts'
import { moduleMistake } from '../trust/module-subjects.ts'
import { tokenMaker } from '../trust/provider-form.ts'
import { otherName } from '../trust/service-account-module.ts'
import { deletedTrusted, groupsTrusted, servicesTrusted } from '../trusted-services.ts'
import { listed, ownerOf, statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('trust-does-not-name-caller', {
  note: 'It allows only this caller. What the caller can do with the role depends on the role’s own policies.',
  ifNew: '{{note}} A role always has a trust policy: add this statement to it and keep the others.',
  rolesTrustPolicy: 'The role’s trust policy does not let {{who}} in',
  servicesOnly:
    'The trust policy lets in only {{services}}, and those calls are the services’ own. A program that runs there has the role’s credentials already: it assumes no role.',
  group:
    'The policy names {{groups}}, and a group can’t be a principal: IAM doesn’t save such a policy. Name the users, or the account with a condition on them.',
  deleted:
    'The policy names {{ids}}. IAM shows such an ID in the place of a role or user that was deleted. One created again under the same name has another ID and isn’t trusted: write its ARN again.',
  deletedOnes:
    'The policy names {{ids}}. IAM shows such IDs in the place of roles or users that were deleted. Ones created again under the same names have other IDs and aren’t trusted: write their ARNs again.',
  leaveOut: 'Leave the call out where the program has this role already',
  leaveOutText:
    'On an instance, in a function, or in a task, the SDK finds the role’s credentials by itself. Remove the role’s ARN (role_arn, assume_role) from the program’s settings. This shows whose credentials it has:',
  lacksExtra: 'The role’s trust policy doesn’t allow {{action}} to {{who}}',
  lacksExtraText:
    'The call assumes the role and also {{does}}. AWS checks that as {{action}}, in addition to sts:AssumeRole, and the trust policy doesn’t allow it. {{near}}',
  sendsTags: 'sends session tags',
  setsIdentity: 'sets a source identity',
  allowExtraText:
    '{{action}} is checked together with sts:AssumeRole. The role’s administrator adds it to the statement that lets the caller in, under Trust relationships. It keeps its conditions: below is the statement of line {{line}} with it.',
  allowExtraTextB:
    '{{action}} is checked together with sts:AssumeRole. The role’s administrator adds it to the statement that lets the caller in, under Trust relationships. It keeps its conditions.',
  allowExtra: 'Allow {{action}} in the trust policy',
  explanation:
    'Only principals that a role’s trust policy names can assume it. It does not allow {{action}} to {{who}}; the role’s permissions don’t matter here. {{near}}',
  deniedEitherRoles: 'AWS denied {{action}}: either the role’s trust policy or the caller’s own policies',
  deniedEitherRolesForOthers: 'Either the role’s trust policy or my own policies don’t allow {{action}}',
  noTrustPolicyExplanation:
    'No trust policy was given. Either the trust policy doesn’t let {{who}} in, or the policies of {{who}} don’t allow {{action}} on this role. Both are needed, unless the trust policy names {{who}} itself within one account. A role that doesn’t exist gives the same answer.',
  noTrustPolicyExplanationForOthers:
    'I don’t have the trust policy. Either it doesn’t let {{who}} in, or the policies of {{who}} don’t allow {{action}} on this role. Both are needed, unless the trust policy names {{who}} itself within one account.',
  ownAllow: 'The role’s trust policy probably doesn’t let {{who}} in',
  ownAllowExplanation:
    'The policies that you gave allow {{action}}. The role’s trust policy must allow it, too, and it wasn’t given: it must name {{who}} or the account, and its conditions must be met. A role that doesn’t exist gives the same answer.',
  ownAllowExplanationForOthers:
    'The policies that I have allow {{action}}. The role’s trust policy must allow it, too, and I don’t have it: it must name {{who}} or the account, and its conditions must be met. A role that doesn’t exist gives the same answer.',
  deniedToken: 'The role’s trust policy didn’t let the token in, or there is no such role',
  tokenDecides:
    'Only the role’s trust policy decides, because a caller with a token has no policies of its own. That policy wasn’t given. Either it trusts another provider, or its conditions don’t fit the token, or the ARN in the call is wrong. {{usual}}',
  trustedSubject: 'By your words, the policy takes only `{{subject}}`, and the token must have exactly this subject.',
  trustedSubjectForOthers: 'The policy seems to take only `{{subject}}`, and the token must have exactly this subject.',
  usualOther:
    'A repository, branch, or environment that has a new name since the policy was written is the usual reason.',
  usualKubernetes:
    'In a cluster, the usual reason is that the pod runs in another namespace or as another service account than the policy names. A cluster that was created again is another provider.',
  usualCognito:
    'For an identity pool, the usual reasons are the ID of another pool in the policy, and a role for people who signed in that’s set for guests.',
  otherName: 'The role trusts another service account than the one that this code creates',
  otherNameText:
    'namespace_service_accounts lists `{{entry}}`, so the trust policy takes only tokens of the service account `{{trusted}}`. The code creates `{{created}}`. The names must be equal, letter by letter.',
  sameName: 'Make the two names equal',
  sameNameText:
    'Write `{{created}}` behind the namespace in namespace_service_accounts, or give the service account the name `{{trusted}}`. Policies attached to the role don’t matter for this call.',
  deniedAssertion: 'The role’s trust policy didn’t let the assertion in, or there is no such role',
  usualSaml:
    'The usual reasons are a trust policy that doesn’t name the SAML provider, and a Role attribute in the assertion that doesn’t hold the ARNs of this role and of its provider.',
  identityCantAllow:
    'The policy that you gave isn’t a trust policy: it has no Principal. An identity-based policy can’t allow {{action}}, because the caller gets an identity only with the role.',
  identityCantAllowForOthers:
    'The policy that I have isn’t a trust policy: it has no Principal. An identity-based policy can’t allow {{action}}, because the caller gets an identity only with the role.',
  compareTokenConditions: 'Compare the token with the conditions of the trust policy',
  compareTokenConditionsText:
    'The provider must be the Principal, and the aud and sub of the token must fit the conditions letter by letter; a “*” in a value needs StringLike. The statement should look like this, with your own names in the place of those in angle brackets.',
  compareAssertion: 'Compare the assertion with the trust policy',
  compareAssertionText:
    'The SAML provider must be the Principal, and its name must be the one in the assertion’s Role attribute. The statement should look like this, with your own names in the place of those in angle brackets.',
  nameTrustPolicy: 'Name {{who}} in the trust policy',
  nameTrustPolicyText:
    '{{action}} is checked together with sts:AssumeRole. The role’s administrator adds it to the statement that lets the caller in, under Trust relationships.',
  rolesAdministratorAdds: 'The role’s administrator adds {{addition}} under Trust relationships.',
  allowCallersSide: 'Allow it on the caller’s side as well',
  allowCallersSideText: 'From another account the caller also needs {{action}} on the role’s ARN in its own policies.',
  callersOwnPolicies: 'The caller’s own policies must allow {{action}} on the role’s ARN, too.',
  trustPolicyNames:
    'If the trust policy names the account instead of the caller, the caller also needs {{action}} on the role’s ARN in its own policies.',
})

/** The role's trust policy does not let this caller in. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html */
export const trustDoesNotNameCaller = defineCause<Silent>({
  id: 'trust-does-not-name-caller',
  article: 'policies/trust',
  applies: (situation) => silentLayer(situation, 'trust'),
  explain: ({ situation }) =>
    mayAssumeItself(situation)
      ? maybeOfItself(situation)
      : assumesItself(situation.asked) && !lacksOnlyExtra(situation)
        ? ofItself(situation)
        : hasGiven(situation, 'trust') || (situation.stated.policyType === 'trust' && !comesWithToken(situation.asked))
          ? shownTrust(situation)
          : unseenTrust(situation),
  steps: ({ situation }) => {
    const usual = usualStep(situation)
    const others = [
      ...leaveOutSteps(situation),
      ...(isOfSession(situation) ? [leaveOutStep(situation)] : []),
      ...otherSideSteps(situation),
      ...trustSteps(situation),
    ]
    return usual ? [usual, letInStep(situation), ...others] : [letInStep(situation), ...others]
  },
  fixes: ({ situation }) => {
    const widened = isOfSession(situation) ? sessionActionDrafts(situation) : []
    if (widened.length > 0) return widened
    const note = told('note')
    const ifNew = told('ifNew', { note })
    return allowIn(situation, { type: 'trust', note, ifNew })
  },
})

/** What to look at before a policy is changed. */
function usualStep(situation: Evaluated): Step | undefined {
  const { asked, given } = situation
  if (assumesItself(asked) || mayAssumeItself(situation)) return itselfStep
  return isPodOnNode(asked, given.paste) ? podStep : undefined
}

function letInStep(situation: Evaluated): Step {
  if (!comesWithToken(situation.asked))
    return extraStep(situation) ?? meetCondition(situation, 'trust') ?? nameStep(situation)
  const other = hasGiven(situation, 'trust') ? undefined : otherName(situation.given.paste)
  const mistake = hasGiven(situation, 'trust') ? undefined : moduleMistake(situation.given.paste)
  if (!other && mistake) return mistake.step
  return other
    ? { title: told('sameName'), text: told('sameNameText', { ...other }), owner: 'account administrator' }
    : tokenStep(situation)
}

const shownTrust = (situation: Evaluated): Explanation =>
  lacksOnlyExtra(situation) ? lacksExtra(situation) : notLetIn(situation)

/** Does the trust policy let the role in, but not with what the call also sends? */
const lacksOnlyExtra = (situation: Evaluated): boolean => isOfSession(situation) && hasGiven(situation, 'trust')

/** Tags and a source identity are permissions of their own: the policy can let the caller in and not allow them. */
const lacksExtra = (situation: Evaluated): Explanation => ({
  title: told('lacksExtra', { action: situation.asked.action, who: whoPhrase(situation.asked) }),
  explanation: told('lacksExtraText', {
    action: situation.asked.action,
    does: situation.asked.action === 'sts:TagSession' ? told('sendsTags') : told('setsIdentity'),
    near: nearPhrase(nearest(situation, 'trust')),
  }),
})

const notLetIn = (situation: Evaluated): Explanation => ({
  title: told('rolesTrustPolicy', { who: whoPhrase(situation.asked) }),
  explanation: told('explanation', {
    action: situation.asked.action,
    who: whoPhrase(situation.asked),
    near: inTurn([servicesPhrase(situation), wrongPrincipals(situation) || nearPhrase(nearest(situation, 'trust'))]),
  }),
})

function wrongPrincipals({ policies }: Evaluated): Text {
  const groups = groupsTrusted(policies)
  if (groups.length > 0) return told('group', { groups: listed(groups.map((arn) => `\`${arn}\``)) })
  const ids = deletedTrusted(policies)
  return ids.length > 0
    ? told(ids.length > 1 ? 'deletedOnes' : 'deleted', { ids: listed(ids.map((id) => `\`${id}\``)) })
    : ''
}

function servicesPhrase({ asked, policies }: Evaluated): Text {
  const services = asked.caller.kind === 'service' || comesWithToken(asked) ? [] : servicesTrusted(policies)
  return services.length > 0 ? told('servicesOnly', { services: listed(services) }) : ''
}

const leaveOutSteps = (situation: Evaluated): readonly Step[] =>
  servicesPhrase(situation) === '' || assumesItself(situation.asked)
    ? []
    : [
        {
          title: told('leaveOut'),
          text: told('leaveOutText'),
          owner: 'caller',
          command: 'aws sts get-caller-identity',
        },
      ]

const usual = {
  kubernetes: 'usualKubernetes',
  saml: 'usualSaml',
  cognito: 'usualCognito',
  other: 'usualOther',
} as const

/** Do the given policies of the caller allow the call? */
const ownAllow = ({ verdict }: Evaluated): boolean =>
  verdict.gates.some(({ kind, state }) => kind === 'identity' && state === 'allows')

/** The policy wasn’t pasted, so the answer claims nothing about its contents. */
function unseenTrust(situation: Evaluated): Explanation {
  const { asked } = situation
  const who = whoPhrase(asked)
  if (comesWithToken(asked)) {
    const other = otherName(situation.given.paste)
    if (other)
      return {
        title: told('otherName'),
        explanation: told('otherNameText', { ...other }),
        article: 'roles/eks-irsa',
        basis: 'experience',
      }
    const mistake = moduleMistake(situation.given.paste)
    if (mistake)
      return { title: mistake.title, explanation: mistake.text, article: 'roles/eks-irsa', basis: 'experience' }
    const cant = hasGiven(situation, 'identity') ? [told('identityCantAllow', { action: asked.action })] : []
    const { kind } = tokenMaker(situation.given.paste, asked.action)
    const { trusted } = evidenceIn(situation.given.paste)
    return {
      title: told(kind === 'saml' ? 'deniedAssertion' : 'deniedToken'),
      explanation: inTurn([
        ...cant,
        told('tokenDecides', { usual: told(usual[kind]) }),
        ...(trusted === undefined ? [] : [told('trustedSubject', { subject: trusted })]),
      ]),
      article: kind === 'saml' ? 'roles/saml' : kind === 'kubernetes' ? 'roles/eks-irsa' : 'policies/trust',
    }
  }
  if (ownAllow(situation))
    return {
      title: told('ownAllow', { who }),
      explanation: told('ownAllowExplanation', { who, action: asked.action }),
      basis: 'experience',
    }
  return {
    title: told('deniedEitherRoles', { action: asked.action }),
    explanation: told('noTrustPolicyExplanation', { who, action: asked.action }),
  }
}
/** The one document that decides, where it was not given. */
const trustSteps = (situation: Evaluated): readonly Step[] => {
  const unseen = unseenSteps(situation)
  return unseen.length === 0 && !hasGiven(situation, 'trust') ? [fetchStep(situation, 'trust')] : unseen
}

function tokenStep({ asked, given }: Evaluated): Step {
  const { kind, statement } = tokenMaker(given.paste, asked.action)
  return {
    title: told(kind === 'saml' ? 'compareAssertion' : 'compareTokenConditions'),
    text: told(kind === 'saml' ? 'compareAssertionText' : 'compareTokenConditionsText'),
    owner: ownerOf('trust', asked),
    statement,
  }
}

/** The statement that lets the caller in, with the action: without its conditions it would let in more than before. */
function extraStep(situation: Evaluated): Step | undefined {
  const widened = isOfSession(situation) ? withSessionAction(situation) : undefined
  if (!widened) return undefined
  const { action } = situation.asked
  const hasLines = situation.policies.every(({ type, source }) => type !== 'trust' || source === undefined)
  return {
    title: told('allowExtra', { action }),
    text: hasLines ? told('allowExtraText', { action, line: widened.line }) : told('allowExtraTextB', { action }),
    owner: ownerOf('trust', situation.asked),
    statement: widened.statement,
  }
}

const nameStep = (situation: Evaluated): Step => ({
  title:
    isOfSession(situation) && hasGiven(situation, 'trust')
      ? told('allowExtra', { action: situation.asked.action })
      : told('nameTrustPolicy', { who: whoPhrase(situation.asked) }),
  text: isOfSession(situation)
    ? told('nameTrustPolicyText', { action: situation.asked.action })
    : told('rolesAdministratorAdds', { addition: statementBelow }),
  owner: ownerOf('trust', situation.asked),
  statement: isOfSession(situation)
    ? sessionStatement(situation)
    : permissionSetOf(situation.asked.caller) === undefined
      ? undefined
      : statementToAdd(situation, 'trust'),
})

function sessionStatement({ asked }: Evaluated): string | undefined {
  const statement = allowStatement('trust', asked)
  return statement && JSON.stringify({ ...statement, Action: ['sts:AssumeRole', asked.action] }, null, 2)
}

/** For calls across accounts, and if we don’t know which side denied the call. */
function otherSideSteps(situation: Evaluated): readonly Step[] {
  const { asked } = situation
  if (comesWithToken(asked) || (ownAllow(situation) && !hasGiven(situation, 'trust'))) return []
  const isOpen = !hasGiven(situation, 'trust') && situation.stated.policyType === undefined
  if (!asked.crossAccount && !isOpen && !isOfSession(situation)) return []
  return [
    {
      title: told('allowCallersSide'),
      text: asked.crossAccount
        ? told('allowCallersSideText', { action: asked.action })
        : isOfSession(situation)
          ? told('callersOwnPolicies', { action: asked.action })
          : told('trustPolicyNames', { action: asked.action }),
      owner: 'account administrator',
      statement: JSON.stringify(
        { Sid: 'AssumeThisRole', Effect: 'Allow', Action: asked.action, Resource: asked.request.resource },
        null,
        2,
      ),
    },
  ]
}
