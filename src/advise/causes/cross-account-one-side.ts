import { isAccountId, type PolicyType, parseArn } from '../../iam/index.ts'
import { inTurn, messagesOf, type Text } from '../../words/index.ts'
import { arnSlip } from '../arn-slip.ts'
import { defineCause } from '../cause.ts'
import { createsElsewhere, elsewhereCreation } from '../creates-elsewhere.ts'
import type { Step } from '../diagnosis.ts'
import { unseenSteps } from '../fetch-step.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { completeStep, completions } from '../fixes/complete-resource.ts'
import { forService } from '../fixes/of-sentence.ts'
import { isForeignLayer, layerSteps } from '../layers.ts'
import { meetCondition, nearest, nearPhrase, statementPhrase } from '../near-miss.ts'
import { type Evaluated, hasGiven, isEvaluated, type Situation } from '../situation.ts'
import { listed, ownerOf, statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('cross-account-one-side', {
  policies: 'The policies of {{who}} do not.',
  resourcesPolicyAllow: 'The resource’s policy does not allow {{action}} to {{who}}.',
  noResourceBased:
    'No resource-based policy was given: either it doesn’t allow {{action}} to {{who}}, or the caller’s own policies don’t.',
  noResourceBasedForOthers:
    'I don’t have the resource-based policy: either it doesn’t allow {{action}} to {{who}}, or the caller’s own policies don’t.',
  createsTitle: 'The call would create something in another account',
  createsExplanation:
    'The call names account {{owner}}, and the caller is in {{own}}. What {{action}} creates doesn’t exist yet, so it has no policy that could let the caller in.',
  title: 'The caller’s own account does not allow it',
  resourcesPolicyAllowB: 'The resource’s policy does not allow it',
  resourcesPolicyMust: 'The resource’s policy must allow it, and it wasn’t given',
  resourcesPolicyMustForOthers: 'The resource’s policy must allow it, and I don’t have that policy',
  otherPolicy: 'AWS says that the resource’s policy doesn’t allow it, but the one you gave does',
  otherPolicyForOthers: 'AWS says that the resource’s policy doesn’t allow it, but the one I have does',
  otherPolicyText:
    'The policy that you gave allows {{action}} to {{who}}, so AWS checked another one, or an older state of it. Each resource has a policy of its own: compare the name, the Region, and the account with {{resource}}.',
  otherPolicyTextForOthers:
    'The policy that I have allows {{action}} to {{who}}, so AWS checked another one, or an older state of it. Each resource has a policy of its own, and this one is {{resource}}.',
  note: 'It allows only {{action}}, only to {{who}}, on this resource.',
  attachCaller: '{{note}} Attach it to the caller.',
  resourcePolicyAlready: '{{note}} If the resource has a policy already, add the statement to it and keep the others.',
  callerNoPolicies: 'This caller has no policies of its own, so only the resource’s policy can allow it.',
  callerResourceBelong:
    'The caller and the resource belong to different accounts, so both sides must allow it: the caller’s own policies and the resource’s policy.',
  usuallyMeansResource:
    'Usually this means that the resource belongs to another account. Then both sides must allow it: the caller’s own policies and the resource’s policy.',
  allow: 'Allow {{action}} to {{who}}',
  allowText: 'Only the caller’s side is missing. An administrator of the caller’s account adds {{addition}}.',
  addContents: 'Add {{contents}} to the Resource of the statement',
  addContentsText:
    '{{statement}} allows {{action}} to everyone, but names only {{pattern}} itself. The statement then applies to everything in it, and everyone can read that: do it only if that’s meant, for a public website, for example.',
  notSigned: 'The call isn’t signed, so AWS saw no caller',
  notSignedExplanation:
    'The request has no signature, so AWS took it for anonymous. The policies of the user or role that sends it count only once it’s signed; without that, only a policy of the resource that lets everyone in would allow it.',
  signOpenSearchText:
    'Sign every request with Signature Version 4 for the service name es (aoss for OpenSearch Serverless): an ordinary HTTP client doesn’t. OpenSearch’s clients have signers for it, AWSV4SignerAuth for Python and AwsSigv4Signer for JavaScript. Allowing the call without credentials would make the domain public, so that isn’t offered here.',
  signCallCredentials: 'Sign the call with credentials',
  signCallCredentialsText:
    'AWS saw no credentials on this call. Allowing it without credentials would make the resource public, so that isn’t offered here.',
  allowResourcesPolicy: 'Allow it in the resource’s policy',
  allowResourcesPolicyText:
    'Someone in the account that owns the resource adds {{addition}}. No one in the caller’s account can do that.',
  otherAccount: 'If the resource should be in your own account',
  otherAccountForOthers: 'If the resource should be in our own account',
  otherAccountText:
    'The caller is in account {{own}}, the resource in {{owner}}. If you expected one account, the call used credentials of the wrong one, or the ARN or URL of another. Correct that, and no policy has to change.',
  otherAccountTextForOthers:
    'The caller is in account {{own}}, the resource in {{owner}}. If that should be one account, the credentials or the address in the call are wrong, and no policy has to change.',
  ownLayer: 'Or publish the layer in your own account',
  ownLayerForOthers: 'Or publish the layer in our own account',
  ownLayerText:
    'A layer of someone else can be used only if its owner shares this version. Publish a copy from its source, in the Region of the function.',
  otherRegion: 'Call the Region that the caller’s policy names',
  otherRegionText:
    'The caller’s policy names {{written}}, and the call was about {{resource}} in another Region. Resources and their policies belong to one Region, and the owner probably lets you in only there. Call again with --region, or choose that Region in the console.',
  resourcesOwnerAdds: 'The resource’s owner adds {{addition}}.',
})

interface Found {
  readonly situation: Evaluated
  readonly missing: PolicyType
}

/** Across accounts both sides must allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
export const crossAccountOneSide = defineCause<Found>({
  id: 'cross-account-one-side',
  article: 'policies/cross-account',
  applies: (situation) => {
    const missing = missingSide(situation)
    return missing && isEvaluated(situation) ? { situation, missing } : undefined
  },
  explain: ({ situation, missing }) => {
    const { asked } = situation
    if (isUnsigned(situation)) return { title: told('notSigned'), explanation: told('notSignedExplanation') }
    if (missing === 'resource' && allowsAlready(situation)) {
      const { action, request } = asked
      const text = told('otherPolicyText', { action, who: whoPhrase(asked), resource: request.resource })
      return { title: told('otherPolicy'), explanation: text }
    }
    if (missing === 'resource' && createsElsewhere(situation))
      return { title: told('createsTitle'), explanation: told('createsExplanation', creationOf(situation)) }
    const side =
      missing === 'identity'
        ? told('policies', { who: whoPhrase(asked) })
        : isShown(situation)
          ? told('resourcesPolicyAllow', { action: asked.action, who: whoPhrase(asked) })
          : told('noResourceBased', { action: asked.action, who: whoPhrase(asked) })
    return {
      title:
        missing === 'identity'
          ? told('title')
          : isShown(situation)
            ? told('resourcesPolicyAllowB')
            : told('resourcesPolicyMust'),
      explanation: inTurn([whyThatSide(situation), side, nearPhrase(nearest(situation, missing))]),
    }
  },
  steps: ({ situation, missing }) => {
    if (missing === 'resource' && createsElsewhere(situation) && !hasGiven(situation, 'resource')) {
      const [first, ...others] = [...elsewhereSteps(situation), ...elsewhereCreation(situation)]
      if (first) return [first, ...others]
    }
    const own =
      meetCondition(situation, missing) ??
      (missing === 'identity' ? (completeStep(situation) ?? callerStep(situation)) : resourceStep(situation))
    if (missing === 'resource' && isForeignLayer(situation) && !hasGiven(situation, 'resource'))
      return [...layerSteps(situation), ...elsewhereSteps(situation)]
    const [other, ...further] = unseenSteps(situation)
    if (other && missing === 'resource' && allowsAlready(situation))
      return [other, ...further, ...elsewhereSteps(situation)]
    const others = [...(missing === 'resource' ? elsewhereSteps(situation) : []), ...unseenSteps(situation)]
    const first = missing === 'resource' ? (contentsStep(situation) ?? regionStep(situation)) : undefined
    return first ? [first, own, ...others] : [own, ...others]
  },
  fixes: function* ({ situation, missing }) {
    if (missing === 'resource' && createsElsewhere(situation) && situation.asked.service !== 'ecr') return
    // A layer's permissions aren't a document: its owner runs a command.
    if (missing === 'resource' && isForeignLayer(situation)) return
    if (missing === 'identity') yield* completions(situation)
    const { needed = [situation.asked.action], ...more } = missing === 'resource' ? forService(situation) : {}
    const note = told('note', { action: listed(needed), who: whoPhrase(situation.asked) })
    const ifNew = missing === 'identity' ? told('attachCaller', { note }) : told('resourcePolicyAlready', { note })
    yield* allowIn(situation, {
      type: missing,
      note,
      ifNew,
      needed,
      ...more,
    })
  },
})

/** Pasted, or named by AWS as the policy that denied the call. A caller that has no policies of its own can’t lack them. */
const isShown = (situation: Evaluated): boolean =>
  hasGiven(situation, 'resource') ||
  situation.stated.policyType === 'resource' ||
  situation.asked.caller.kind === 'service' ||
  situation.asked.caller.kind === 'anonymous'

/** The pasted policy of the resource lets this very call in, though AWS says that the resource's policy doesn't. */
const allowsAlready = (situation: Evaluated): boolean =>
  hasGiven(situation, 'resource') &&
  situation.stated.policyType === 'resource' &&
  situation.verdict.gates.some(({ kind, state }) => kind === 'resource' && state === 'allows')

/** Objects and APIs are meant for anonymous callers at times; other services aren't, unless a policy that was pasted says so. */
const isUnsigned = (situation: Evaluated): boolean =>
  situation.asked.caller.kind === 'anonymous' &&
  !['s3', 'execute-api'].includes(situation.asked.service) &&
  !hasGiven(situation, 'resource')

/** The side that is missing: the resource's, or the caller's where the resource's has agreed. */
function missingSide({ blame, asked, verdict }: Situation): PolicyType | undefined {
  if (blame.effect === 'explicit-deny') return undefined
  if (blame.policyType === 'resource') return 'resource'
  const agreed = verdict?.gates.some(({ kind, state }) => kind === 'resource' && state === 'allows')
  return asked?.crossAccount && blame.policyType === 'identity' && agreed ? 'identity' : undefined
}

function whyThatSide({ asked }: Evaluated): Text {
  if (asked.caller.kind === 'service' || asked.caller.kind === 'anonymous') {
    return told('callerNoPolicies')
  }
  return asked.crossAccount ? told('callerResourceBelong') : told('usuallyMeansResource')
}

/** The owner's policy isn't here, but the caller's is, and it's for another Region. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
function regionStep(situation: Evaluated): Step | undefined {
  const found = hasGiven(situation, 'resource') ? undefined : arnSlip(situation)
  if (found?.slip !== 'Region') return undefined
  const { resource } = situation.asked.request
  return {
    title: told('otherRegion'),
    text: told('otherRegionText', { written: found.written, resource }),
    owner: 'caller',
  }
}

/**
 * What helps if no one in the other account can be asked: usually it's the wrong account, or something that someone published.
 * https://docs.aws.amazon.com/lambda/latest/dg/creating-deleting-layers.html
 */
function elsewhereSteps({ asked }: Evaluated): readonly Step[] {
  const own = asked.caller.account
  const owner = asked.request.resourceAccount ?? parseArn(asked.request.resource)?.account
  if (!asked.crossAccount || asked.standIns.size > 0 || own === undefined || !isAccountId(owner ?? '')) return []
  const isLayer = /:layer:/.test(asked.request.resource) && asked.service === 'lambda'
  return [
    {
      title: told('otherAccount'),
      text: told('otherAccountText', { own, owner: owner ?? '' }),
      owner: 'caller',
      command: 'aws sts get-caller-identity',
    },
    ...(isLayer ? [{ title: told('ownLayer'), text: told('ownLayerText'), owner: 'caller' as const }] : []),
  ]
}

/**
 * A statement that is meant for everyone, and names a bucket where the call is for an object in it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteAccessPermissionsReqd.html
 */
function contentsStep(situation: Evaluated): Step | undefined {
  const { asked } = situation
  const miss = asked.caller.kind === 'anonymous' ? nearest(situation, 'resource') : undefined
  const reason = miss?.failed.reason
  if (!miss || reason?.code !== 'resource-slip' || reason.slip !== 'container') return undefined
  const { pattern } = reason
  return {
    title: told('addContents', { contents: `${pattern}/*` }),
    text: told('addContentsText', { statement: statementPhrase(miss.ref), action: asked.action, pattern }),
    owner: ownerOf('resource', asked),
  }
}

const callerStep = ({ asked }: Evaluated): Step => ({
  title: told('allow', { action: asked.action, who: whoPhrase(asked) }),
  text: told('allowText', { addition: statementBelow }),
  owner: 'account administrator',
})

const resourceStep = ({ asked }: Evaluated): Step =>
  asked.caller.kind === 'anonymous'
    ? {
        title: told('signCallCredentials'),
        // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/request-signing.html
        text: told(asked.service === 'es' ? 'signOpenSearchText' : 'signCallCredentialsText'),
        owner: 'caller',
      }
    : {
        title: told('allowResourcesPolicy'),
        text: asked.crossAccount
          ? told('allowResourcesPolicyText', { addition: statementBelow })
          : told('resourcesOwnerAdds', { addition: statementBelow }),
        owner: ownerOf('resource', asked),
      }

const creationOf = ({ asked }: Evaluated) => ({
  action: asked.action,
  own: asked.caller.account ?? '',
  owner: asked.request.resourceAccount ?? parseArn(asked.request.resource)?.account ?? '',
})
