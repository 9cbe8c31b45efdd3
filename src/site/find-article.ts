import { diagnose } from '../advise/index.ts'
import type { Denial } from '../denial/index.ts'
import { type PolicyType, policyTypeNames, policyTypes } from '../iam/index.ts'
import { actionArticle } from './action-articles.ts'

/** Where the article about a kind of policy, named in a message, is found. */
const byType: Readonly<Record<PolicyType, string>> = {
  identity: 'identity',
  resource: 'resource',
  trust: 'trust-policy',
  'permissions-boundary': 'boundary',
  session: 'session',
  scp: 'scp',
  rcp: 'rcp',
  'vpc-endpoint': 'vpc-endpoint',
}

/** Causes that say no more than the message does: the article with the message's words comes first. */
const general: ReadonlySet<string> = new Set([
  'no-identity-allow',
  'explicit-deny',
  'incomplete',
  'policies-allow',
  'silent-boundary',
  'silent-endpoint',
  'silent-scp',
  'silent-session',
  'cross-account-one-side',
  'cross-account-both-sides',
  'trust-does-not-name-caller',
])
/** Causes that only say that the message gives no reason. */
const vague: ReadonlySet<string> = new Set(['no-detail', 'incomplete'])

type Topics = readonly (readonly [words: RegExp, article: string])[]

/** Who made the token that AWS didn't accept, where the text around the message names them. */
const tokenIssuers: Topics = [
  [/\bgithub\b/i, 'roles/github-oidc'],
  [/\b(?:gitlab|bitbucket|circleci|buildkite|terraform cloud|azure devops)\b/i, 'roles/oidc-others'],
  [/\b(?:eks|pods?|irsa|service ?account|kubernetes)\b/i, 'roles/eks-irsa'],
]

const settingOf = (text: string): string | undefined =>
  articleOf(settings, text) ?? (/AssumeRoleWithWebIdentity/.test(text) ? articleOf(tokenIssuers, text) : undefined)

/** Words around the message that show where it happened. They apply whatever the message says. */
const settings: Topics = [
  // The heading of the Billing console's own message.
  [/\bYou Need Permissions\b/, 'billing/activate-iam-access'],
  // What an API's Lambda authorizer leads to: https://repost.aws/knowledge-center/api-gateway-lambda-authorization-errors
  [/User is not authorized to access this resource/i, 'reference/apigateway#the-authorizer-says-no'],
  [/no basic auth credentials/i, 'reference/ecr#no-basic-auth-credentials'],
  [
    /unable to (?:pull|retrieve) secrets? |ECS was unable to assume|execution resource retrieval failed/i,
    'roles/ecs-tasks',
  ],
  [/ServiceLinkedRoleCreationNotPermitted|assume the service.linked role/i, 'roles/service-linked-roles'],
  [/Roles may not be assumed by root/i, 'messages/trust-policy'],
  [/\bUser: anonymous\b/, 'messages/anonymous'],
  [/Access to the resource https?:\/\/\S{1,300} is denied|destination configurations/i, 'policies/service-to-service'],
  [/Premium Support Subscription is required/i, 'billing/support'],
  [/Lake Formation permission/i, 'messages/lake-formation'],
  [/access to the model with the specified model/i, 'billing/marketplace'],
  [/^(?:Error: )?Could not assume role with OIDC/i, 'roles/github-oidc'],
  [/account is currently blocked|account (?:has been|is) suspended/i, 'billing/suspended-account'],
  [/Invalid information in one or more fields/i, 'roles/cross-account'],
  [/MultiFactorAuthentication failed/i, 'policies/mfa'],
  [/cost allocation tags?\b/i, 'billing/cost-allocation-tags'],
  [/enabled Cost Explorer/i, 'billing/cost-explorer'],
  [/when calling the HeadObject operation/i, 'messages/not-found-403'],
  [/KMSAccessDenied|KMS access was denied/i, 'policies/kms-key'],
  [/CompromisedKeyQuarantine/i, 'credentials/leaked-key'],
]

const allOfBilling = 'billing/not-authorized'

/** What a text is about that gives no reason. */
const topics: Topics = [
  [/access not activated|access to billing information/i, 'billing/activate-iam-access'],
  [
    /need permissions?\b.{0,60}\b(?:billing|cost management)|^\s*you need permissions?\.?\s*$/i,
    'billing/activate-iam-access',
  ],
  [/cost explorer|billing|budgets?\b|invoice/i, allOfBilling],
  [/customer master key|\bkms\b|ciphertext/i, 'policies/kms-key'],
  [/service.linked role/i, 'roles/service-linked-roles'],
  [/\bSCPs?\b|service control polic(?:y|ies)/i, 'policies/scp'],
  [/\bCloudTrail\b|event source|"?event(?:Version|Source|Name)\\?"?\s{0,4}:/i, 'messages/cloudtrail'],
]

/** The ends of AWS's messages, alone or within another sentence. */
const phrases: Topics = policyTypes
  .filter((type) => type !== 'trust')
  .map((type) => [policyTypeNames[type].replace(/ \(.*/, ''), byType[type]] as const)
  .flatMap(([name, article]) => [
    [new RegExp(`explicit(?:ly)? den(?:y|ied|ies) (?:in|by) an? ${name}`, 'i'), `messages/${article}-explicit`],
    [
      new RegExp(`no ${name}(?: allows|\\s*$)`, 'i'),
      `messages/${article}-${article === 'rcp' ? 'explicit' : 'implicit'}`,
    ],
  ])

/** What a text says that may be a pasted error. */
export interface PastedError {
  /** The pages about it, the best first; empty if the text isn't an error. Paths are relative to the site's root. */
  readonly articles: readonly string[]
  /** It has AWS's own words or values, not only words such as "access denied" that people type, too. */
  readonly isMessage: boolean
}

/** Reads a text as an error. */
export function readPasted(text: string): PastedError {
  const { denial, cause } = diagnose({ paste: text, policies: [] })
  const { action, actionDerived, principal, policyType, sentence, encodedMessage, authorization, insteadTopic } = denial
  const values = [action, actionDerived, principal, policyType, sentence, encodedMessage, authorization, insteadTopic]
  const isMessage =
    articleOf([...settings, ...phrases], text) !== undefined ||
    denial.kind === 'decoded-authorization-message' ||
    values.some((value) => value !== undefined)
  const service = serviceOf(action ?? actionDerived)
  const articles = articlesFor(text, denial, cause)
  if (service) return { articles: [...articles, `reference/${service}`], isMessage }
  // A sentence that isn't AWS's usual one can still name the action.
  const named = actionArticle(/\b[a-z][a-z0-9-]{1,40}:[A-Z][A-Za-z]{2,80}/.exec(text)?.[0])
  // The end of AWS's sentence says more than the action: it names the policy type.
  const ending = articleOf(phrases, text)
  return { articles: distinct([ending, named, ...articles]), isMessage: isMessage || named !== undefined }
}

const serviceOf = (action: string | undefined): string | undefined => action?.split(':')[0]?.toLowerCase()

/** The articles about a pasted error, the best first; empty if the text isn't an error. Paths are relative to the site's root. */
export function findArticles(text: string): readonly string[] {
  const { denial, cause } = diagnose({ paste: text, policies: [] })
  return articlesFor(text, denial, cause)
}

function articlesFor(
  text: string,
  denial: Denial,
  cause: { readonly id: string; readonly article: string },
): readonly string[] {
  const setting = settingOf(text)
  const phrase = articleOf(phrases, text)
  const topic = phrase ?? articleOf(topics, text)
  if (denial.kind === 'not-authorization') {
    // A text that is clearly something else stays that, whatever words it contains.
    if (denial.insteadTopic !== undefined) return [cause.article]
    return distinct([setting, phrase, denial.insteadOf && (topic ?? cause.article)])
  }
  if (denial.kind === 'credential-problem') return distinct([setting, cause.article])
  if (denial.kind === 'decoded-authorization-message') return ['messages/encoded-message', cause.article]
  const message = messageArticle(denial)
  const action = actionArticle(denial.action ?? denial.actionDerived)
  const isVague = vague.has(cause.id)
  if (!isVague && !general.has(cause.id)) return distinct([setting, cause.article, message ?? phrase, action])
  if (denial.policyType !== undefined) {
    const first =
      isPlainMiss(denial) && !action?.startsWith('policies/')
        ? [action, message ?? phrase]
        : [message ?? phrase, action]
    return distinct([setting, ...first, cause.article])
  }
  const byService = denial.principalType === 'service' ? 'policies/service-to-service' : undefined
  // Of a cut message, the caller can be all that's left.
  const bySession =
    denial.principalType === 'identity-center-role' && denial.action === undefined ? 'roles/identity-center' : undefined
  // The gates are of no use to who has not even an action.
  const silent = cause.id === 'incomplete' && denial.action === undefined ? 'messages/no-detail' : undefined
  // An article about the action itself says more than one about all of Billing.
  const about = isVague && !(topic === allOfBilling && action) ? topic : undefined
  return distinct([setting, about, action, byService, bySession, message, silent, cause.article])
}

/** No identity-based policy allows the action: an article about that action says which one to add. */
const isPlainMiss = ({ policyType, effect }: Denial): boolean => policyType === 'identity' && effect === 'implicit-deny'

const articleOf = (list: Topics, text: string): string | undefined => list.find(([words]) => words.test(text))?.[1]

const distinct = (articles: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(articles.filter((article) => article !== undefined)),
]

function messageArticle({ policyType, effect, action }: Denial): string | undefined {
  if (policyType === 'trust') return 'messages/trust-policy'
  if (policyType === undefined) {
    if (action !== undefined && /^sts:AssumeRole/i.test(action)) return 'messages/trust-policy'
    return effect === 'explicit-deny' ? 'messages/which-gate' : undefined
  }
  // An RCP is never silent: RCPFullAWSAccess is attached everywhere and cannot be taken away.
  const kind = effect === 'explicit-deny' || policyType === 'rcp' ? 'explicit' : 'implicit'
  return effect && `messages/${byType[policyType]}-${kind}`
}
