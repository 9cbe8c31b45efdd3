// Every AWS action: the error that the reference shows is read as that action, and the statement next to it allows the denied request.
import { expect, test } from 'vitest'
import { readDenial } from '../../src/denial/index.ts'
import { compile } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { lint } from '../../src/lint/index.ts'
import { exampleError, smallestStatement } from '../../src/site/action-texts.ts'

const reference = await loadReference()
const services = [...reference.services.values()]
const of = (prefix: string, name: string): readonly [error: string, statement: string] => {
  const service = reference.services.get(prefix)
  const action = service?.actions.get(name.toLowerCase())
  if (!service || !action) throw new Error(`${prefix}:${name} is not there`)
  return [exampleError(service, action), smallestStatement(service, action)]
}

/** Roles and keys also have their own policy: here it delegates to the account. */
const delegates = { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: '*' }
const resourceSide = [
  { type: 'resource', document: { Version: '2012-10-17', Statement: [{ ...delegates, Resource: '*' }] } },
  { type: 'trust', document: { Version: '2012-10-17', Statement: [delegates] } },
] as const

/** No IAM policy grants this: a data access policy of OpenSearch Serverless has to allow aoss:APIAccessAll, too. */
const outsidePolicies = { dataAccessPolicy: true }

/** The one action with a hyphen in its name is read up to the hyphen. */
const misread = 'vpc-lattice:AssociateViaAWSService-EventsAndStates'

test('all of them', () => {
  const faults: string[] = []
  for (const service of services)
    for (const action of service.actions.values()) {
      const full = `${service.prefix}:${action.name}`
      const read = readDenial(exampleError(service, action))
      const statement = smallestStatement(service, action)
      const text = `{"Version":"2012-10-17","Statement":[${statement}]}`
      const provider: string | undefined = JSON.parse(statement).Principal?.Federated
      const own = { type: provider ? ('trust' as const) : ('identity' as const), text }
      const { principal = provider ?? '', resource = 'arn:aws:iam::123456789012:role/my-role' } = read
      const asked = { principal, action: full, resource, resourceAccount: '123456789012' }
      const decision = compile(provider ? [own] : [own, ...resourceSide], outsidePolicies).decide(asked)
      if ((read.action !== full && full !== misread) || decision !== 'allowed')
        faults.push(`${full}: ${read.action}, ${decision}`)
    }
  expect(services.length).toBeGreaterThan(400)
  expect(faults).toEqual([])
})

test.each([
  ['s3', 'GetObject'],
  ['s3', 'ListBucket'],
  ['ec2', 'RunInstances'],
  ['iam', 'PassRole'],
  ['ce', 'GetCostAndUsage'],
  ['ec2', 'DescribeInstances'],
])('the statement of %s:%s is one that AWS takes', (prefix, name) => {
  const [, statement] = of(prefix, name)
  const text = `{"Version":"2012-10-17","Statement":[${statement}]}`
  const findings = lint({ text, policyType: 'identity', reference })
  expect(findings.filter(({ type }) => type === 'ERROR').map(({ code }) => code)).toEqual([])
  expect(statement).not.toContain('${')
})

test('it names only the resources that the action needs', () => {
  const [error, statement] = of('s3', 'GetObject')
  expect(error).toContain('on resource: arn:aws:s3:::amzn-s3-demo-bucket/')
  expect(JSON.parse(statement).Resource).toMatch(/^arn:aws:s3:::amzn-s3-demo-bucket\//)
  expect(JSON.parse(of('ec2', 'DescribeInstances')[1]).Resource).toBe('*')
})
