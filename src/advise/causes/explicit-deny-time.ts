import { messagesOf } from '../../words/index.ts'
import { conditionedDeny } from '../conditioned-deny.ts'

const told = messagesOf('explicit-deny-time', {
  time: 'at this time',
  why: 'The date has passed, or the session was opened before the role’s sessions were revoked. In that case, sign in again: the Deny doesn’t apply to new sessions.',
})

/** A Deny from or until a date, or for old sessions. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html */
export const explicitDenyTime = conditionedDeny({
  id: 'explicit-deny-time',
  article: 'roles/role-chaining',
  isAbout: (key) => key === 'aws:currenttime' || key === 'aws:epochtime' || key === 'aws:tokenissuetime',
  title: told('time'),
  why: told('why'),
})
