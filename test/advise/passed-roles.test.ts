// Calls that pass several roles: which one was denied, the service that it goes to, and what else the call passes.
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'
import { passedRolesOf, roleNamed, wholeCallsWith } from '../../src/reference/index.ts'

const role = (name: string): string => `arn:aws:iam::111122223333:role/${name}`
const deniedPass = (operation: string, name: string): string =>
  `An error occurred (AccessDeniedException) when calling the ${operation} operation: User: arn:aws:iam::111122223333:user/deploy is not authorized to perform: iam:PassRole on resource: ${role(name)} because no identity-based policy allows the iam:PassRole action`

describe('a denied role, the service that gets it, and the roles that the call passes, too', () => {
  // biome-ignore format: one row per line
  test.each([
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
    ['RegisterTaskDefinition', 'ecsTaskExecutionRole', 'ecs-tasks', ['<TASK_ROLE_NAME>']],
    ['RegisterTaskDefinition', 'webTask', 'ecs-tasks', ['<EXECUTION_ROLE_NAME>']],
    ['RegisterTaskDefinition', 'web', 'ecs-tasks', ['<TASK_ROLE_NAME>', '<EXECUTION_ROLE_NAME>']],
    ['RunTask', 'web-exec', 'ecs-tasks', ['<TASK_ROLE_NAME>', '<INFRASTRUCTURE_ROLE_NAME>']],
    ['RunTask', 'ecsInfrastructureRole', 'ecs', ['<TASK_ROLE_NAME>', '<EXECUTION_ROLE_NAME>']],
    // The facts: ../shared/knowledge/facts/whole-calls.json, RunJobFlow
    ['RunJobFlow', 'EMR_EC2_DefaultRole', 'ec2', ['<SERVICE_ROLE_NAME>', '<AUTO_SCALING_ROLE_NAME>']],
    ['RunJobFlow', 'EMR_DefaultRole', 'elasticmapreduce', ['<INSTANCE_ROLE_NAME>', '<AUTO_SCALING_ROLE_NAME>']],
    ['RunJobFlow', 'analytics', undefined, ['<SERVICE_ROLE_NAME>', '<INSTANCE_ROLE_NAME>', '<AUTO_SCALING_ROLE_NAME>']],
    // https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html
    ['RegisterJobDefinition', 'nightlyJob', 'ecs-tasks', ['<EXECUTION_ROLE_NAME>']],
  ])('%s with %s', async (operation, name, service, others) => {
    const { fixes } = await diagnose({ paste: deniedPass(operation, name) })
    const [fix] = fixes
    const [statement] = JSON.parse(fix?.after ?? '').Statement
    expect(statement.Resource).toBe(role(name))
    expect(statement.Condition?.StringEquals?.['iam:PassedToService']).toBe(service && `${service}.amazonaws.com`)
    expect(fix?.options.filter(({ action }) => action === 'iam:PassRole').map(({ resource }) => resource)).toEqual(
      others.map(role),
    )
    expect(fix?.included).toEqual([])
  })

  // https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html
  test('App Runner’s roles go to two services', async () => {
    const paste = deniedPass('CreateService', 'AppRunnerECRAccessRole')
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'apprunner:CreateService', Resource: '*' }],
    }
    const { fixes } = await diagnose({ paste, policies: [{ document }] })
    expect(fixes[0]?.after).toContain('build.apprunner.amazonaws.com')
    expect(fixes[0]?.options.map(({ resource, passedTo }) => [resource, passedTo])).toContainEqual([
      role('<INSTANCE_ROLE_NAME>'),
      'tasks.apprunner.amazonaws.com',
    ])
  })
})

describe('a denied call that passes roles', () => {
  const paste =
    'User: arn:aws:iam::111122223333:user/deploy is not authorized to perform: ecs:RunTask on resource: arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3 because no identity-based policy allows the ecs:RunTask action'

  test('names both roles of a task', async () => {
    const { fixes } = await diagnose({ paste })
    expect(fixes[0]?.included.map(({ resource }) => resource)).toEqual([
      role('<TASK_ROLE_NAME>'),
      role('<EXECUTION_ROLE_NAME>'),
    ])
  })

  test('doesn’t ask for a role that the policies allow to pass', async () => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: role('ecsTaskExecutionRole') }],
    }
    const { fixes } = await diagnose({ paste, policies: [{ document }] })
    expect(fixes[0]?.included.map(({ resource }) => resource)).toEqual([role('<TASK_ROLE_NAME>')])
  })
})

test('a role that the policies allow already is the other one, whatever its name', async () => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: role('web') }],
  }
  const { fixes } = await diagnose({
    paste: deniedPass('RegisterTaskDefinition', 'web-exec'),
    policies: [{ document }],
  })
  expect(fixes[0]?.options.filter(({ action }) => action === 'iam:PassRole')).toEqual([])
})

test('each role of a call that passes several has a sign by which its name is known', () => {
  const calls = [...new Set(wholeCallsWith('iam:PassRole').map(({ action }) => action))]
  const roles = calls.flatMap((action) => passedRolesOf(action).map((each) => [action, each] as const))
  expect(roles.length).toBeGreaterThan(15)
  for (const [action, each] of roles) {
    const [, hole = ''] = /\$\{(\w+)Name\}$/.exec(each.template) ?? []
    expect(roleNamed(passedRolesOf(action), role(hole))?.template, `${action} ${hole}`).toBe(each.template)
    expect(each.passedTo, action).toMatch(/\.amazonaws\.com$/)
  }
})

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
describe('who pulls images isn’t offered what pushing needs', () => {
  const denied =
    'User: arn:aws:sts::111122223333:assumed-role/web/abcdef0123 is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action'
  test.each([
    [`CannotPullContainerError: ${denied}`, ['pulled']],
    [`Failed to pull image "x": ImagePullBackOff ${denied}`, ['pulled']],
    [`$ docker push 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1\n${denied}`, ['pushed']],
    [`on: push\njobs: {}\n${denied}`, ['pulled', 'pushed']],
    [denied, ['pulled', 'pushed']],
  ])('%s', async (paste, purposes) => {
    const { fixes } = await diagnose({ paste })
    const reasons = new Set(fixes[0]?.options.map(({ reason }) => /images are (\w+)/.exec(reason)?.[1]))
    expect([...reasons]).toEqual(purposes)
  })
})
