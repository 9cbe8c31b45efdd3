import { messagesOf } from '../../words/index.ts'
import { conditionedDeny } from '../conditioned-deny.ts'

const told = messagesOf('explicit-deny-organization', {
  acrossBorderOrganization: 'because one side is outside the organization',
  otherAccount: 'because of the account that the caller or the resource belongs to',
  whyAccount:
    'The policy looks at the accounts of the caller and of the resource, and one of them isn’t an account that it accepts. AWS services and anonymous callers aren’t in any.',
  why: 'The policy allows access only within one organization, and the caller or the resource of this call isn’t in it. AWS services and anonymous callers aren’t in any.',
})

/** A Deny for callers or resources of other accounts. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html */
export const explicitDenyOrganization = conditionedDeny({
  id: 'explicit-deny-organization',
  article: 'policies/rcp',
  isAbout: (key) => /^aws:(?:principal|resource|source)(?:org(?:id|paths)|account)$/.test(key),
  title: (key) => told(key.endsWith('account') ? 'otherAccount' : 'acrossBorderOrganization'),
  why: (key) => told(key.endsWith('account') ? 'whyAccount' : 'why'),
})
