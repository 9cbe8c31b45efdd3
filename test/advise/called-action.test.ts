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
    expect(passedToIn({ paste, policies }, undefined)).toBe(service)
  })

  it('several services have a CreatePipeline', () => {
    expect(calledActions({ paste: failed('CreatePipeline', json), policies: [] }).length).toBeGreaterThan(1)
  })
})

const passRole = 'User: arn:aws:iam::111122223333:user/dev is not authorized to perform: iam:PassRole'

describe('the operation around a denial, as tools name it', () => {
  it.each([
    [
      'Go',
      `operation error EKS: CreateCluster, https response error StatusCode: 403, ${passRole}`,
      'eks:CreateCluster',
    ],
    [
      'Terraform in words',
      `Error: creating EKS Cluster (main): AccessDeniedException: ${passRole}`,
      'eks:CreateCluster',
    ],
    [
      'the SDK for JavaScript',
      `AccessDeniedException: ${passRole}\n at de_CreateFunctionCommandError (/app/node_modules/@aws-sdk/client-lambda/index.js:1:2)`,
      'lambda:CreateFunction',
    ],
    [
      'CloudTrail',
      `{"eventSource":"sagemaker.amazonaws.com","eventName":"CreateDomain","errorMessage":"${passRole}"}`,
      'sagemaker:CreateDomain',
    ],
    [
      'CloudFormation',
      `CREATE_FAILED | AWS::Glue::Job | Job | ${passRole} (Service: Glue, Status Code: 403)`,
      'glue:CreateJob',
    ],
    [
      'PHP',
      `Error executing "RunTask" on "https://ecs.us-east-1.amazonaws.com"; AWS HTTP error: ${passRole}`,
      'ecs:RunTask',
    ],
  ])('%s', (_, paste, action) => {
    expect(calledActions({ paste, policies: [] })).toEqual([action])
  })

  it('the service that a policy names goes before the error code, which can be that of a call on the way', () => {
    const paste = failed('CreateFunction', 'AccessDenied')
    expect(calledActions({ paste, policies: [] })).toEqual(['cloudfront:CreateFunction'])
    expect(calledActions({ paste, policies: allowing('lambda:CreateFunction') })).toEqual(['lambda:CreateFunction'])
  })
})
