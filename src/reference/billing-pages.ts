import type { BillingPage } from './billing-page.ts'
import { pagesOfBilling } from './billing-pages-billing.ts'
import { pagesOfCostManagement } from './billing-pages-cost.ts'
import { relatedPages } from './billing-pages-related.ts'

/** Every page of the Billing and Cost Management console, and related ones, with the actions they need. */
export const billingPages: readonly BillingPage[] = [...pagesOfBilling, ...pagesOfCostManagement, ...relatedPages]

/** All actions and patterns of a page, to open it and to change something on it. */
export const actionsOfPage = ({ see, change }: BillingPage): readonly string[] => [
  ...see,
  ...change.flatMap(({ actions }) => actions),
]

/** Services whose calls go to the Region of the resource: a Region lock has no reason to exempt them. */
const regional: ReadonlySet<string> = new Set([
  'autoscaling',
  'cloudwatch',
  'compute-optimizer',
  'ec2',
  'ecs',
  'lambda',
  'ram',
  'rds',
  's3',
])

/** Services that the pages use and that have more than Billing in them: "everything in Billing" leaves them out. */
const ofOthers: ReadonlySet<string> = new Set([
  ...regional,
  'account',
  'aws-marketplace',
  'aws-portal',
  'iam',
  'organizations',
  'pricing',
  'sns',
  'sts',
  'support',
  'tag',
])

/** The services that are all Billing or Cost Management, such as "payments", sorted. */
export const servicesOfBilling = (): readonly string[] => {
  const pages = billingPages.filter(({ area }) => area !== 'Related')
  const services = pages.flatMap(actionsOfPage).map((action) => action.split(':', 1)[0] ?? '')
  return [...new Set(services)].filter((service) => !ofOthers.has(service)).toSorted()
}

/** Other services whose calls go to us-east-1, whatever Region the user works in. */
const otherGlobalServices = ['cloudfront', 'health', 'route53', 'signin', 'sts', 'trustedadvisor']

/**
 * What a policy that denies all but some Regions has to exempt so that every page of Billing opens: "billing:*" and so on, sorted.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html
 */
export const regionLockExemptions = (): readonly string[] => {
  const actions = billingPages.flatMap(actionsOfPage)
  const patterns = actions.map((action) => [action.split(':', 1)[0] ?? '', action] as const)
  const exempt = patterns.flatMap(([service, action]) =>
    // Of aws-portal only these two actions are left; the others are retired.
    regional.has(service) ? [] : [service === 'aws-portal' ? action : `${service}:*`],
  )
  return [...new Set([...exempt, ...otherGlobalServices.map((service) => `${service}:*`)])].toSorted()
}
