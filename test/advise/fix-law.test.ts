// Laws of every fix, over actions and resources of AWS's own reference: the resources it names can exist, and it has an effect.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnose, type Fix } from '../../src/advise/index.ts'
import { isBetter } from '../../src/advise/progress.ts'
import { sampleArn } from '../../src/advise/sample-arn.ts'
import { takesTemplate } from '../../src/advise/stand-in.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type Action, requiredServices } from '../../src/reference/index.ts'

// biome-ignore format: one list
const prefixes = ['s3', 'ec2', 'lambda', 'dynamodb', 'sqs', 'sns', 'kms', 'iam', 'sts', 'logs', 'rds', 'ecs', 'ecr', 'glue', 'athena', 'secretsmanager', 'ssm', 'events', 'states', 'elasticloadbalancing', 'cloudformation', 'ce', 'billing', 'organizations']
const reference = await loadReference([...prefixes, ...requiredServices(prefixes)])

interface Called {
  readonly prefix: string
  readonly action: Action
}
const called: readonly Called[] = prefixes.flatMap((prefix) =>
  [...(reference.services.get(prefix)?.actions.values() ?? [])].map((action) => ({ prefix, action })),
)
const callers = [
  'arn:aws:iam::111122223333:user/dev',
  'arn:aws:sts::111122223333:assumed-role/app/i-0abc',
  'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Work_0a1b2c3d4e5f6a7b/mary',
]
const reasons = [
  '',
  ' because no identity-based policy allows the action',
  ' because no resource-based policy allows the action',
  ' because no permissions boundary allows the action',
]

/** A name such as AWS's resources have, in the place of each hole of a template. */
const filled = (template: string, account: string): string =>
  template
    .replace(/\$\{Partition\}/, 'aws')
    .replace(/\$\{Region\}/, 'eu-west-1')
    .replace(/\$\{Account\}/, account)
    .replaceAll(/\$\{\w+\}/g, 'thing-1')

const arnsOf = ({ prefix, action }: Called, account: string): readonly string[] =>
  action.resourceTypes.flatMap(({ name }) => {
    const template = reference.services.get(prefix)?.resourceTypes.get(name.toLowerCase())?.arn
    return template === undefined ? [] : [filled(template, account)]
  })

const denial = fc
  .tuple(
    fc.constantFrom(...called),
    fc.constantFrom(...callers),
    fc.constantFrom(...reasons),
    fc.constantFrom('111122223333', '444455556666'),
    fc.nat(),
    fc.constantFrom('named', 'star', 'silent'),
  )
  .map(([call, caller, reason, account, pick, form]) => {
    const arns = arnsOf(call, account)
    const arn = arns[pick % Math.max(arns.length, 1)]
    const resource =
      form === 'named' && arn !== undefined ? ` on resource: ${arn}` : form === 'star' ? ' on resource: *' : ''
    return `User: ${caller} is not authorized to perform: ${call.prefix}:${call.action.name}${resource}${reason}`
  })

const own = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' }],
})
const policies = fc.constantFrom([], [{ name: 'Work', type: 'identity' as const, text: own }])

interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource?: string | readonly string[]
}
const statementsIn = (text: string): readonly Statement[] => (text === '' ? [] : [JSON.parse(text).Statement].flat())

/** Resources that the fix adds and the message doesn't name, with the actions they are for. */
const derived = ({ before, after }: Fix, paste: string) =>
  statementsIn(after)
    .slice(statementsIn(before).length)
    .flatMap(({ Action: actions, Resource: resources = [] }) =>
      [resources].flat().map((resource) => ({ resource, actions: [actions].flat() })),
    )
    .filter(({ resource }) => resource !== '*' && !paste.includes(resource))

/** Policies name a log group with an empty stream behind it, and AWS's list without. */
const asListed = (resource: string): string => resource.replace(/(:log-group:[^:]+):log-stream:\*$/, '$1')

/** An action on resources of many types has a placeholder for the type, too: filled in, it's one of them. */
const isOfOpenType = (resource: string, template: string): boolean =>
  /:<RESOURCE(?:_TYPE)?>/.test(resource) &&
  sampleArn(resource.replaceAll(/<RESOURCE(?:_TYPE|_ID)?>/g, '*'), template, resource) !== undefined

const canExist = ({ resource, actions }: ReturnType<typeof derived>[number]): boolean =>
  actions.some((name) => {
    const [prefix = '', action = ''] = name.toLowerCase().split(':')
    const service = reference.services.get(prefix)
    const types = service?.actions.get(action)?.resourceTypes ?? []
    const templates = types.flatMap((type) => service?.resourceTypes.get(type.name.toLowerCase())?.arn ?? [])
    return templates.some((template) => takesTemplate(template, asListed(resource)) || isOfOpenType(resource, template))
  })

test('a fix names only resources that can exist for its action, and has an effect', () => {
  let checked = 0
  fc.assert(
    fc.property(denial, policies, (paste, given) => {
      const { fixes } = diagnose({ paste, policies: given }, reference)
      for (const fix of fixes) {
        const resources = derived(fix, paste)
        checked += resources.length
        expect(resources.filter((each) => !canExist(each))).toEqual([])
        expect(isBetter(fix.proof.after, fix.proof.before)).toBe(true)
      }
      // A boundary that AWS names and no one pasted may stop the call for other reasons, too.
      const isOpen = /resource-based|boundary/.test(paste)
      if (!isOpen && fixes.length > 0) expect(fixes.at(-1)?.proof.after.decision).not.toBe('implicitDeny')
    }),
    { seed: 17, numRuns: 700 },
  )
  expect(checked).toBeGreaterThan(150)
})
