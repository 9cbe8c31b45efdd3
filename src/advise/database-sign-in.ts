import type { NonEmpty } from '../text/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Case, Step } from './diagnosis.ts'

const told = messagesOf('database-sign-in', {
  title: 'The database rejected the sign-in with IAM',
  text: 'The password was a token. It must be less than 15 minutes old, and its signer needs rds-db:connect for this database user. The database user must be set up for IAM, too.',
  wrongPolicy: 'The policy with rds-db:connect doesn’t match this sign-in',
  wrongUser:
    '{{arn}} names the database user {{written}}, and the sign-in was as {{user}}. AWS compares upper and lower case.',
  wrongId:
    '{{arn}} names the database {{written}}. AWS checks its resource ID, which begins with db- (an instance), cluster- (a cluster), or prx- (a proxy).',
  wrongService:
    '{{arn}} is the ARN of the database. AWS checks rds-db:connect with an ARN that begins with arn:aws:rds-db: and ends in dbuser:<RESOURCE_ID>/<DATABASE_USER>.',
  correct: 'Correct the Resource of the policy',
  correctText:
    'It must be arn:aws:rds-db:<REGION>:<ACCOUNT_ID>:dbuser:<RESOURCE_ID>/{{user}}. The command prints the resource IDs of instances.',
  who: 'See whose credentials sign the token',
  whoText:
    'Run this where the token is made. In Amazon ECS, a container has the task role, not the execution role; AWS Lambda has the function’s role. That user or role needs rds-db:connect.',
  allow: 'Check that its policies allow rds-db:connect',
  allowText:
    'The Resource is the database user at the database’s resource ID. The command prints the IDs, and whether sign-in with IAM is turned on.',
  grant: 'Check the database user',
  grantText:
    'In PostgreSQL, it needs the role rds_iam: GRANT rds_iam TO {{user}}. A user with that role can sign in only with a token, not with a password.',
})

interface SignIn {
  readonly title: Text
  readonly explanation: Text
  readonly steps: NonEmpty<Step>
}

/** Only the beginning of a long paste is searched. */
const mostText = 20_000

const rejected = /PAM authentication failed for user(?:\s{0,3}["“']([^"”'\n]{1,63})["”'])?|\bpam_authenticate failed\b/i
/** The resource of a statement about signing in to a database, in both of the forms that people write. */
const resource =
  /arn:aws[\w-]{0,10}:(rds|rds-db):[a-z0-9*-]{0,30}:[^\s":]{0,40}:(?:dbuser|db|cluster):([\w*?-]{1,80})(?:\/([^\s"',\]]{1,80}))?/g
/** Placeholders and wildcards can be anything. */
const isOpen = (written: string): boolean => /[*?${<]/.test(written)

/**
 * A PostgreSQL database of Amazon RDS that rejected a token of IAM, with what is wrong in a pasted policy for it; undefined for any other text.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html (2026-11-30)
 */
export function databaseSignIn({ paste, policies }: Case): SignIn | undefined {
  const text = [paste, ...policies.map((policy) => policy.text)].join('\n').slice(0, mostText)
  const found = rejected.exec(text)
  if (!found) return undefined
  const user = found[1] ?? '<DATABASE_USER>'
  const wrong = /\brds-db:/.test(text) ? wrongResource(text, found[1]) : undefined
  const steps: NonEmpty<Step> = [who, allow, grantOf(user)]
  if (!wrong) return { title: told('title'), explanation: told('text'), steps }
  return { title: told('wrongPolicy'), explanation: wrong, steps: [correctOf(user), ...steps] }
}

/** Why no pasted resource can match this sign-in; undefined if one can, or if none is there. */
function wrongResource(text: string, user: string | undefined): Text | undefined {
  let first: Text | undefined
  for (const [arn, service = '', id = '', name = ''] of text.matchAll(resource)) {
    const why = whyNot({ arn, service, id, name }, user)
    if (!why) return undefined
    first ??= why
  }
  return first
}

interface Written {
  readonly arn: string
  readonly service: string
  readonly id: string
  readonly name: string
}

function whyNot({ arn, service, id, name }: Written, user: string | undefined): Text | undefined {
  if (service === 'rds') return told('wrongService', { arn })
  if (!isOpen(id) && !/^(?:db|cluster|prx)-[A-Z0-9]{8,}/i.test(id)) return told('wrongId', { arn, written: id })
  if (user === undefined || name === '' || isOpen(name) || name === user) return undefined
  return told('wrongUser', { arn, written: name, user })
}

const findIds =
  'aws rds describe-db-instances --query "DBInstances[].[DBInstanceIdentifier,DbiResourceId,IAMDatabaseAuthenticationEnabled]" --output text'

const correctOf = (user: string): Step => ({
  title: told('correct'),
  text: told('correctText', { user }),
  owner: 'account administrator',
  command: findIds,
})

const who: Step = {
  title: told('who'),
  text: told('whoText'),
  owner: 'caller',
  command: 'aws sts get-caller-identity',
}

const allow: Step = { title: told('allow'), text: told('allowText'), owner: 'account administrator', command: findIds }

const grantOf = (user: string): Step => ({
  title: told('grant'),
  text: told('grantText', { user }),
  owner: 'resource owner',
})
