import { diagnose } from '../advise/index.ts'
import type { PolicyType } from '../iam/index.ts'

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

/** Causes that say more than who refused: their article comes first. */
const general: ReadonlySet<string> = new Set(['no-identity-allow', 'explicit-deny', 'incomplete', 'policies-allow'])
/** Causes that say only that nothing is said. */
const vague: ReadonlySet<string> = new Set(['no-detail', 'incomplete'])

/** What a text is about that names neither caller nor action. */
const topics: readonly (readonly [words: RegExp, article: string])[] = [
  [/cost explorer|billing|budgets?\b|invoice/i, 'billing/not-authorized'],
  [/customer master key|\bkms\b|ciphertext/i, 'policies/kms-key'],
  [/service-linked role/i, 'roles/service-roles'],
  [/service control policy/i, 'policies/scp'],
  [/\bCloudTrail\b|event source/i, 'messages/cloudtrail'],
]

/** The articles about a pasted error, the best first; none where it is no error. Paths below the site's root. */
export function findArticles(text: string): readonly string[] {
  const { denial, cause } = diagnose({ paste: text, policies: [] })
  if (denial.kind === 'not-authorization' && denial.insteadOf === undefined) return []
  const message = messageArticle(denial.policyType, denial.effect)
  const topic = vague.has(cause.id) ? topics.find(([words]) => words.test(text))?.[1] : undefined
  const order = general.has(cause.id) ? [message, topic, cause.article] : [topic, cause.article, message]
  return [...new Set(order.filter((article) => article !== undefined))]
}

function messageArticle(type: PolicyType | undefined, effect: string | undefined): string | undefined {
  if (!type || !effect) return undefined
  if (type === 'trust') return 'messages/trust-policy'
  return `messages/${byType[type]}-${effect === 'explicit-deny' ? 'explicit' : 'implicit'}`
}
