import { messagesOf } from '../../words/index.ts'
import { conditionedDeny } from '../conditioned-deny.ts'

const told = messagesOf('explicit-deny-network', {
  network: 'from this network',
  why: 'The call didn’t come from a network that the policy accepts. A call through a VPC endpoint has no public IP address, and a call that a service makes for you comes from the service.',
  whyForOthers:
    'The call didn’t come from a network that the policy accepts. A call through a VPC endpoint has no public IP address, and a call that a service makes for me comes from the service.',
})

const keys: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
])

/** A Deny for calls from other networks. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html */
export const explicitDenyNetwork = conditionedDeny({
  id: 'explicit-deny-network',
  article: 'policies/network',
  isAbout: (key) => keys.has(key),
  title: told('network'),
  why: told('why'),
})
