import { becauseUnused } from '../denial/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('unread-serverless', {
  title: 'Move iamRoleStatements to where the Serverless Framework reads it',
  text: 'Under custom, it has no effect, and the functions’ role doesn’t get these statements. Put them under provider.iam.role.statements (provider.iamRoleStatements in old versions) for all functions, or with the plugin serverless-iam-roles-per-function into iamRoleStatements of the function, and deploy again.',
})

/** Statements under `custom` in serverless.yml belong to no role. https://www.serverless.com/framework/docs/providers/aws/guide/iam */
export const isUnread = ({ given, asked, stated }: Situation): boolean =>
  asked?.caller.kind === 'role-session' &&
  stated.effect !== 'explicit-deny' &&
  given.policies.some(({ because }) => because === becauseUnused)

/** Where they belong. */
export const unreadStep = (): Step => ({
  title: told('title'),
  text: told('text'),
  owner: 'account administrator',
})
