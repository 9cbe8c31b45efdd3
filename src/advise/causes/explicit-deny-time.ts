import { messagesOf } from '../../words/index.ts'
import { conditionedDeny } from '../conditioned-deny.ts'

const told = messagesOf('explicit-deny-time', {
  time: 'at this time',
  why: 'The date has passed, or the session was made before its role’s sessions were revoked: then sign in again, a new session is not meant.',
})

/** A Deny from or until a date, or for old sessions. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html */
export const explicitDenyTime = conditionedDeny({
  id: 'explicit-deny-time',
  article: 'roles/role-chaining',
  isAbout: (key) => key === 'aws:currenttime' || key === 'aws:epochtime' || key === 'aws:tokenissuetime',
  title: told('time'),
  why: told('why'),
})
