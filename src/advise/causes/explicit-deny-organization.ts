import { messagesOf } from '../../words/index.ts'
import { conditionedDeny } from '../conditioned-deny.ts'

const told = messagesOf('explicit-deny-organization', {
  acrossBorderOrganization: 'across the border of the organization',
  why: 'The policy keeps callers and resources of one organization together, and one side of this call is outside, or carries no organization: AWS services and anonymous callers don’t.',
})

/** A Deny for callers or resources of other accounts. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html */
export const explicitDenyOrganization = conditionedDeny({
  id: 'explicit-deny-organization',
  article: 'policies/rcp',
  isAbout: (key) => /^aws:(?:principal|resource|source)(?:org(?:id|paths)|account)$/.test(key),
  title: told('acrossBorderOrganization'),
  why: told('why'),
})
