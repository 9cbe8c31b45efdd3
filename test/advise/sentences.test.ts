// Services describe denials in their own sentences. Each leads to a fix for the right caller.
import { describe, expect, it, test } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { diagnosisOf } from './read-case.ts'

const statements = (text: string | undefined): readonly unknown[] => JSON.parse(text ?? '{"Statement":[]}').Statement

describe('a role that a service works with', () => {
  it.each([
    [
      'The provided execution role does not have permissions to call CreateNetworkInterface on EC2',
      'ec2:CreateNetworkInterface',
      'The function’s execution role',
      'aws lambda get-function-configuration --function-name <FUNCTION_NAME> --query Role',
      6,
    ],
    [
      'The provided execution role does not have permissions to call ReceiveMessage on SQS',
      'sqs:ReceiveMessage',
      'The function’s execution role',
      'aws lambda get-function-configuration --function-name <FUNCTION_NAME> --query Role',
      3,
    ],
    [
      'CannotPullContainerError: pulling from host 111122223333.dkr.ecr.eu-west-1.amazonaws.com failed with status code [manifests latest]: 403 Forbidden',
      'ecr:BatchGetImage',
      'The task execution role',
      'aws ecs describe-task-definition --task-definition <TASK_DEFINITION> --query taskDefinition.executionRoleArn',
      1,
    ],
  ])('%s', async (paste, action, role, command, actions) => {
    const { cause, fixes } = await diagnosisOf(paste)
    expect(cause.id).toBe('service-role')
    expect(cause.title).toBe(`${role} lacks ${action}`)
    expect(cause.steps[0]?.command).toBe(command)
    const allowed = statements(fixes[0]?.after).flatMap((each) => (each as { Action: string | string[] }).Action)
    expect(allowed).toContain(action)
    expect(allowed.length).toBeGreaterThanOrEqual(actions)
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/create-service-linked-role.html
describe('a service-linked role that the message doesn’t name', () => {
  it.each([
    [
      'when calling the CreateFirewall operation: Unable to CreateFirewall because user is not authorized perform iam:CreateServiceLinkedRole',
      'network-firewall.amazonaws.com',
    ],
    [
      'AccessDeniedException: Caller does not have permissions to create a Service Linked Role.',
      'ops.apigateway.amazonaws.com',
    ],
    [
      'An error occurred (AccessDenied) when calling the CreateLoadBalancer operation: Caller does not have permissions to create a Service Linked Role.',
      'elasticloadbalancing.amazonaws.com',
    ],
  ])('%s', async (paste, service) => {
    const { cause, fixes } = await diagnosisOf(paste)
    expect(cause.id).toBe('service-linked-role')
    expect(cause.steps[0]?.command).toBe(`aws iam create-service-linked-role --aws-service-name ${service}`)
    expect(statements(fixes[0]?.after)).toEqual([
      expect.objectContaining({
        Resource: `arn:aws:iam::*:role/aws-service-role/${service}/*`,
        Condition: { StringEquals: { 'iam:AWSServiceName': service } },
      }),
    ])
    expect(fixes[0]?.proof.after.decision).toBe('allowed')
  })
})

test('a queue that is named by its address belongs to the account in it', async () => {
  const { fixes } = await diagnosisOf(
    'An error occurred (AccessDenied) when calling the SendMessage operation: Access to the resource https://sqs.us-east-1.amazonaws.com/111122223333/my-queue is denied.',
  )
  expect(statements(fixes[0]?.after)).toEqual([
    expect.objectContaining({ Resource: 'arn:aws:sqs:us-east-1:111122223333:my-queue' }),
  ])
  expect(fixes[0]?.proof.after.decision).toBe('allowed')
})

test('an unknown account is a placeholder, and nothing is called proved', async () => {
  const reference = await loadReference(['sqs'])
  const { fixes } = diagnose(
    {
      paste: 'An error occurred (AccessDenied) when calling the ReceiveMessage operation: Access Denied',
      policies: [],
    },
    reference,
  )
  expect(fixes[0]?.after).toContain('<ACCOUNT_ID>')
  expect(fixes[0]?.hasPlaceholder).toBe(true)
})

// https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
test('a role of IAM Identity Center that is named without its path has one', async () => {
  const { fixes } = await diagnosisOf(
    'User: arn:aws:sts::111122223333:assumed-role/dev/x is not authorized to perform: iam:GetRole on resource: role AWSReservedSSO_ReadOnly_6268f96b28a307ce',
  )
  expect(statements(fixes[0]?.after)).toEqual([
    expect.objectContaining({
      Resource:
        'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_ReadOnly_6268f96b28a307ce',
    }),
  ])
})

test.each([
  [
    'glue:GetTable',
    'arn:aws:glue:us-east-1:111122223333:table/sales/orders',
    'arn:aws:glue:us-east-1:111122223333:database/sales',
  ],
  [
    'dynamodb:Query',
    'arn:aws:dynamodb:us-east-1:111122223333:table/T/index/I',
    'arn:aws:dynamodb:us-east-1:111122223333:table/T',
  ],
  ['s3:GetObject', 'arn:aws:s3:::reports/2026/a.csv', 'arn:aws:s3:::reports'],
])('%s: the names in %s are known for what else the call needs', async (action, resource, other) => {
  const reference = await loadReference([action.split(':')[0] ?? ''])
  const { fixes } = diagnose(
    {
      policies: [],
      paste: `User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    },
    reference,
  )
  const further = [...(fixes[0]?.included ?? []), ...(fixes[0]?.options ?? [])].map((each) => each.resource)
  expect(further).toContain(other)
})

describe('a denial that appears twice', () => {
  it.each([
    ['in prose and then in full', 'assumed-role X is not authorized to perform: ecs:ListClusters on resource: *\n\n'],
    ['by a title and then in full', 'Bug: not authorized to perform: ecs:ListClusters\n\n'],
  ])('%s is one, and its caller is known', async (_, before) => {
    const { denial, denials } = await diagnosisOf(
      `${before}User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform: ecs:ListClusters on resource: *`,
    )
    expect(denial.principal).toBe('arn:aws:sts::111122223333:assumed-role/app/i-1')
    expect(denials).toEqual([])
  })

  it('bold markup around a message isn’t part of its resource', async () => {
    const { denial } = await diagnosisOf(
      '**User: arn:aws:iam::111122223333:user/u is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/app**',
    )
    expect(denial.resource).toBe('arn:aws:iam::111122223333:role/app')
  })
})
