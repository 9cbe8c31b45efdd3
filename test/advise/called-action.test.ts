// The operation that failed, where several services have one of that name: an error code, a policy, or a command says whose it is.
import { describe, expect, it } from 'vitest'
import { calledActions, passedToIn } from '../../src/advise/called-action.ts'

/** The code of services with JSON. */
const json = 'AccessDeniedException'
const failed = (operation: string, code = 'AccessDenied'): string =>
  `An error occurred (${code}) when calling the ${operation} operation: not authorized to perform: iam:PassRole`
const allowing = (action: string) => [
  { name: 'Work', text: `{"Statement":{"Effect":"Allow","Action":"${action}","Resource":"*"}}` },
]

describe('the service that gets a role', () => {
  it.each([
    ['a name that one service has', failed('RunTask'), [], 'ecs-tasks.amazonaws.com'],
    ['the error code of a service with XML', failed('CreateCluster'), [], 'redshift.amazonaws.com'],
    [
      'the policy',
      failed('CreatePipeline', json),
      allowing('codepipeline:CreatePipeline'),
      'codepipeline.amazonaws.com',
    ],
    [
      'the command',
      `$ aws codepipeline create-pipeline\n${failed('CreatePipeline', json)}`,
      [],
      'codepipeline.amazonaws.com',
    ],
    ['a service that gets none', failed('CreateFunction'), [], undefined],
    ['a name that several services have', failed('CreatePipeline', json), [], undefined],
    ['a name that nearly every service has', failed('CreateCluster', json), [], undefined],
    ['no operation', 'not authorized to perform: iam:PassRole', [], undefined],
  ])('%s', (_, paste, policies, service) => {
    expect(passedToIn({ paste, policies })).toBe(service)
  })

  it('several services have a CreatePipeline', () => {
    expect(calledActions({ paste: failed('CreatePipeline', json), policies: [] }).length).toBeGreaterThan(1)
  })
})
