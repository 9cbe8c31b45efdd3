import { conditionedDeny } from '../conditioned-deny.ts'

const keys: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
])

/** A Deny for calls from elsewhere. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html */
export const explicitDenyNetwork = conditionedDeny({
  id: 'explicit-deny-network',
  article: 'policies/network',
  isAbout: (key) => keys.has(key),
  title: 'from this network',
  why: 'The call did not come from where the policy wants it to. Through a VPC endpoint there is no public address at all, and what a service does for you comes from the service.',
})
