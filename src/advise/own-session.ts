import { readOf } from '../evaluate/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { allowIn } from './fixes/allow-in.ts'
import type { Draft } from './fixes/draft.ts'
import type { NewStatement } from './fixes/edit-policy.ts'
import { type Evaluated, hasGiven } from './situation.ts'
import { statementBelow, whoPhrase } from './words.ts'

const told = messagesOf('own-session', {
  byTag: 'Allow a caller’s sessions by their tag instead of their name',
  ofUserName:
    'The policy names sessions by aws:username, and only IAM users have one: a role session never does, so the statement matches nothing. Session Manager puts the caller’s ID on each session as the tag aws:ssmmessages:session-id. An IAM administrator adds {{addition}}.',
  ofOther:
    'The policy names sessions by {{variable}}, and this session’s name doesn’t begin with it. Session Manager puts the caller’s ID on each session as the tag aws:ssmmessages:session-id. An IAM administrator adds {{addition}}.',
  note: 'It allows each caller to end and resume the sessions that it started, and no others.',
  ifNew: '{{note}} Attach it to {{who}}; the existing policies stay as they are.',
  ownSession: 'the caller started this session',
})

/** The tag with which Session Manager marks who started a session. https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html */
const tag = 'ssm:resourceTag/aws:ssmmessages:session-id'

/** The variable by which a pasted policy names a session that the caller may have started; undefined where it doesn’t. */
export function sessionVariable(situation: Evaluated): string | undefined {
  const { asked, policies } = situation
  if (!/^ssm:(?:Terminate|Resume)Session$/.test(asked.action) || !hasGiven(situation, 'identity')) return undefined
  const id = /:session\/([\w+=,.@-]{1,96})$/.exec(asked.request.resource)?.[1] ?? ''
  const { caller } = asked
  const own = caller.kind === 'role-session' ? caller.session : undefined
  if (own === undefined || !id.startsWith(`${own}-`)) return undefined
  const raws = policies
    .filter(({ type, given }) => given && type === 'identity')
    .flatMap((policy) => readOf(policy).policy.statements)
    .flatMap(({ resource }) => resource?.items.map(({ value }) => value.raw) ?? [])
  return raws.flatMap((raw) => /:session\/\$\{(aws:user(?:name|id))\}/i.exec(raw)?.[1] ?? [])[0]
}

/** What to do first then. */
export const sessionStep = (variable: string): Step => ({
  title: told('byTag'),
  text: /name/i.test(variable)
    ? told('ofUserName', { addition: statementBelow })
    : told('ofOther', { variable, addition: statementBelow }),
  owner: 'account administrator',
})

const statement: NewStatement = {
  Sid: 'OwnSessions',
  Effect: 'Allow',
  Action: ['ssm:TerminateSession', 'ssm:ResumeSession'],
  Resource: 'arn:aws:ssm:*:*:session/*',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
  Condition: { StringLike: { [tag]: '${aws:userid}*' } },
}

/** The statement of AWS’s own example, for the identity that the policy is attached to. */
export function* sessionFixes(situation: Evaluated): Generator<Draft> {
  const { caller, request } = situation.asked
  const [, partition = 'aws'] = request.resource.split(':')
  const id = `AROAEXAMPLEROLEID:${caller.session ?? ''}`
  const note = told('note')
  yield* allowIn(situation, {
    type: 'identity',
    note,
    ifNew: told('ifNew', { note, who: whoPhrase(situation.asked) }),
    statement: { ...statement, Resource: `arn:${partition}:ssm:*:*:session/*` },
    assumes: { clause: told('ownSession'), context: { 'aws:userid': id, [tag]: id } },
  })
}
