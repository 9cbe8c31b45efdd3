// "Troubleshooting SERVICE identity and access": what is generated for every service holds when the evaluator and the reader of messages look at it.
import { expect, test } from 'vitest'
import { readDenial } from '../../../src/denial/index.ts'
import { compile } from '../../../src/evaluate/index.ts'
import { loadManagedPolicies } from '../../../src/hosting/load-managed-policies.ts'
import { loadReference } from '../../../src/hosting/load-reference.ts'
import { readPolicy } from '../../../src/iam/index.ts'
import type { Action, Service } from '../../../src/reference/index.ts'
import { actionPatterns } from '../../../src/site/service-help/action-patterns.ts'
import { managedPoliciesByService } from '../../../src/site/service-help/own-managed-policies.ts'
import { isCovered, readyPolicies } from '../../../src/site/service-help/ready-policies.ts'
import { serviceHelp } from '../../../src/site/service-help/service-help.ts'

const { services, prefixes } = await loadReference()
const all = [...services.values()]
const principal = 'arn:aws:iam::123456789012:user/mateojackson'
const everything = compile([
  {
    type: 'identity',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  },
])
const nothing = compile([{ type: 'identity', document: { Version: '2012-10-17', Statement: [] } }])

const requestOf = ({ prefix }: Service, { name }: Action) => ({ principal, action: `${prefix}:${name}`, resource: '*' })

test('there are all services', () => {
  expect(all.length).toBeGreaterThan(450)
})

test.each(all.map((service) => [service.prefix, service] as const))(
  '%s: each ready-made policy allows exactly its access levels',
  (_, service) => {
    const policies = readyPolicies(service)
    expect(policies.map(({ id }) => id)).toContain('full')
    const wrong = policies.flatMap(({ id, text }) => {
      const evaluator = compile([{ type: 'identity', text }])
      return [...service.actions.values()].flatMap((action) => {
        const request = requestOf(service, action)
        // Requests that can never be allowed stay denied, and those that need no permission stay allowed.
        const wanted = (isCovered(id, action) ? everything : nothing).decide(request)
        const decision = evaluator.decide(request)
        return decision === wanted ? [] : [`${id}: ${request.action} is ${decision}, not ${wanted}`]
      })
    })
    expect(wrong).toEqual([])
  },
)

test.each(all.map((service) => [service.prefix, service] as const))(
  '%s: its policies can be attached, and its message is read',
  (_, service) => {
    const help = serviceHelp(service)
    const policies = [...help.policies.map(({ text }) => text), help.passPolicy, help.linkedPolicy]
    for (const text of policies) {
      if (text === undefined) continue
      expect(readPolicy(text).problems).toEqual([])
      // The limit of a managed policy, without white space. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
      expect(text.replaceAll(/\s/g, '').length).toBeLessThan(6144)
    }
    const { kind, action } = readDenial(help.message)
    expect(kind).toBe('access-denied')
    expect(action?.toLowerCase().startsWith(`${service.prefix}:`)).toBe(true)
    expect(help.outside.length).toBeGreaterThan(0)
  },
)

test.each(all.map((service) => [service.prefix, service] as const))(
  '%s: the policy for iam:PassRole allows the services it names and no others',
  (_, service) => {
    const { passings, passPolicy } = serviceHelp(service)
    if (passPolicy === undefined) return
    const evaluator = compile([{ type: 'identity', text: passPolicy }])
    const pass = (passedTo: string) =>
      evaluator.decide({
        principal,
        action: 'iam:PassRole',
        resource: 'arn:aws:iam::123456789012:role/my-role',
        context: { 'iam:PassedToService': passedTo },
      })
    for (const { passedTo } of passings) if (passedTo) expect(pass(passedTo)).toBe('allowed')
    expect(pass('other.amazonaws.com')).toBe('implicitDeny')
  },
)

test('known services have what AWS documents for them', () => {
  const help = (prefix: string) => serviceHelp(services.get(prefix) ?? expect.fail(prefix))
  expect(help('lambda').passings).toContainEqual({ action: 'lambda:CreateFunction', passedTo: 'lambda.amazonaws.com' })
  expect(help('s3').starOnly.patterns).toContain('ListAllMyBuckets')
  expect(help('ec2').starOnly.patterns.length).toBeLessThan(250)
  expect(help('sqs').outside[0]).toContain('the resource’s policy')
  expect(help('cloudwatch').outside.join(' ')).toContain('role in your account')
  expect(help('rds').linkedRoles).toContain('rds.amazonaws.com')
  expect(help('s3').gates).toContainEqual(['Resource control policies (RCPs)', 'Yes.'])
})

test.each<[wanted: string[], others: string[], patterns: string[]]>([
  [['GetA', 'GetB'], ['PutA'], ['Get*']],
  [['GetA', 'GetB', 'PutA'], [], ['*']],
  [['GetObjectTagging', 'GetObjectAcl'], ['GetBucket'], ['GetObject*']],
  [['GetObject'], ['GetObjectAcl'], ['GetObject']],
  // "Get*" would match Getaway as well.
  [['GetA', 'GetB'], ['GetawayPlan'], ['GetA', 'GetB']],
  [['GET', 'POST'], ['PUT'], ['GET', 'POST']],
  [[], ['GetA'], []],
])('the patterns of %j without %j are %j', (wanted, others, patterns) => {
  expect(actionPatterns(wanted, [...wanted, ...others])).toEqual(patterns)
})

test('managed policies are listed with the service that they are about', async () => {
  const byService = managedPoliciesByService(await loadManagedPolicies(), prefixes)
  expect(byService.get('s3')?.[0]).toBe('AmazonS3FullAccess')
  expect(byService.get('lambda')).toContain('AWSLambda_ReadOnlyAccess')
  expect(byService.get('dynamodb')).toContain('AmazonDynamoDBReadOnlyAccess')
  expect([...byService.values()].flat()).not.toContain('AdministratorAccess')
})
