import { messagesOf } from '../../words/index.ts'
import { conditionedDeny } from '../conditioned-deny.ts'

const told = messagesOf('explicit-deny-tag', {
  becauseTag: 'because of a tag',
  why: 'The tag is missing, or it has another value. Tags in the call are those that you give while creating something; upper and lower case count in the value.',
})

/** A Deny because of a tag of the call, the caller or the resource. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html */
export const explicitDenyTag = conditionedDeny({
  id: 'explicit-deny-tag',
  article: 'policies/tags',
  isAbout: (key) => /^aws:(?:requesttag\/|resourcetag\/|principaltag\/|tagkeys$)|^\w+:resourcetag\//.test(key),
  title: told('becauseTag'),
  why: told('why'),
})
