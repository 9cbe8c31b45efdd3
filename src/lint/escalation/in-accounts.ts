import { escalationPaths, pathsOnOneResource } from './account-paths.ts'
import { passRolePaths } from './pass-role-paths.ts'
import { type EscalationPath, path } from './path.ts'
import { serviceEscalationPaths } from './service-paths.ts'

/** A path in an account, where what the permissions lead to can be decided. */
interface AccountPath extends EscalationPath {
  /** What someone else has to do, as a sentence: the actions alone start nothing. */
  readonly others?: string
}

/** Paths that end before anything runs: a function is made, and waits. */
const unstartedPaths: readonly AccountPath[] = [
  {
    ...path('iam:PassRole lambda:CreateFunction', {
      how: 'put their own code into a Lambda function with any role that trusts Lambda',
      passedTo: 'lambda.amazonaws.com',
      source: 'https://pathfinding.cloud/paths/lambda-001',
    }),
    others: 'Someone or something else has to invoke the function.',
  },
]

/** Every path that is looked for in an account; those that need someone else come last. Chains of roles are followed one by one instead. */
export const pathsInAccounts: readonly AccountPath[] = [
  ...[...escalationPaths, ...passRolePaths, ...serviceEscalationPaths, ...pathsOnOneResource].filter(
    ({ actions }) => actions.join(' ') !== 'sts:AssumeRole',
  ),
  ...unstartedPaths,
]
