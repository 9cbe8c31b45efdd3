// Random partial requests of every kind of caller and policy, and a judge that fills in what isn't known with random possible values.
import { type ContextInput, compile, type Decision, type PolicyInput } from '../../src/evaluate/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import {
  type Condition,
  type Context,
  type Kind,
  keyKinds,
  type PartialScenario,
  pick,
  type Random,
  role,
  text,
} from './partial-keys.ts'
import { randomAssignment } from './possible-values.ts'
import { here, there } from './scenario.ts'

const callers = [
  `arn:aws:iam::${here}:user/x`,
  `arn:aws:iam::${there}:user/x`,
  `arn:aws:iam::${here}:role/x`,
  `arn:aws:sts::${here}:assumed-role/x/y`,
  `arn:aws:sts::${there}:assumed-role/x/y`,
  `arn:aws:sts::${here}:federated-user/x`,
  `arn:aws:iam::${here}:root`,
  `arn:aws:iam::${there}:root`,
  'lambda.amazonaws.com',
  'anonymous',
]
const calls: readonly (readonly [action: string, resource: string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::x/y'],
  ['s3:GetObject', 'arn:aws:s3:::x-y-x/y'],
  ['s3:ListBucket', 'arn:aws:s3:::x'],
  ['sqs:SendMessage', `arn:aws:sqs:us-east-1:${here}:x`],
  ['kms:Decrypt', `arn:aws:kms:us-east-1:${here}:key/x`],
  ['sts:AssumeRole', role],
  ['ec2:RunInstances', '*'],
  ['ce:GetTags', '*'],
]
const types: readonly PolicyType[] = [
  'identity',
  'identity',
  'identity',
  'resource',
  'resource',
  'permissions-boundary',
  'session',
  'scp',
  'scp',
  'rcp',
  'vpc-endpoint',
  'trust',
]
const principals = [
  '*',
  { AWS: '*' },
  { AWS: here },
  { AWS: `arn:aws:iam::${here}:user/x` },
  { AWS: role },
  { AWS: there },
  { AWS: `arn:aws:sts::${here}:assumed-role/x/y` },
  { Service: 'lambda.amazonaws.com' },
  { AWS: 'arn:aws:iam::${Account}:root' },
  { AWS: '${Arn}' },
  { AWS: [there, `arn:aws:iam::${here}:\${Who}`] },
]

export function randomPartial(random: Random): PartialScenario {
  const [action, resource] = pick(random, calls)
  const principal = pick(random, callers)
  const asked = Array.from({ length: 1 + random(random(2) === 0 ? 2 : 4) }, () => pick(random, keyKinds))
  const variable = (): string => {
    const key = random(8) === 0 ? 'Bucket' : pick(random, asked)[0]
    return random(4) === 0 && key.includes(':') ? `\${${key}, '${pick(random, ['x', 'y', ''])}'}` : `\${${key}}`
  }
  const value = (kind: Kind): string => {
    if (kind !== text && random(6) > 0) return pick(random, kind.values)
    if (random(3) > 0) return pick(random, kind.values)
    return pick(random, [
      variable(),
      variable(),
      variable(),
      `x${variable()}`,
      `${variable()}/y`,
      `x/${variable()}/*`,
      `*${variable()}`,
      `${variable()}-${variable()}`,
    ])
  }
  const conditions: Condition[] = []
  const condition = (): Condition => {
    const [key, of] = pick(random, asked)
    if (random(8) === 0)
      return [random(10) === 0 ? 'ForAllValues:Null' : 'Null', key, [pick(random, ['true', 'false'])]]
    const kind = pick(random, of)
    const set = key === 'k:set' || key === 'aws:TagKeys' || key === 'aws:CalledVia' ? random(4) > 0 : random(12) === 0
    const operator = `${set ? pick(random, ['ForAllValues:', 'ForAnyValue:']) : ''}${pick(random, kind.operators)}${random(5) === 0 ? 'IfExists' : ''}`
    return [operator, key, Array.from({ length: 1 + random(2) }, () => value(kind))]
  }
  const statement = (type: PolicyType): Record<string, unknown> => {
    const own = Array.from({ length: random(5) === 0 ? 0 : 1 + random(2) }, condition)
    conditions.push(...own)
    const Condition: Record<string, Record<string, readonly string[]>> = {}
    for (const [operator, key, values] of own) Condition[operator] = { ...Condition[operator], [key]: values }
    const named = ['resource', 'trust', 'rcp', 'vpc-endpoint'].includes(type)
    const where = pick(random, [
      '*',
      '*',
      '*',
      resource,
      'arn:aws:s3:::x/*',
      'arn:aws:s3:::x',
      `arn:aws:s3:::${variable()}/*`,
      `arn:aws:s3:::x-${variable()}/y`,
      `arn:aws:s3:::x-${variable()}-${variable()}/y`,
      `arn:aws:s3:::*${variable()}`,
      'arn:aws:s3:::${Bucket}/*',
    ])
    return {
      Effect: type === 'rcp' || random(3) === 0 ? 'Deny' : 'Allow',
      ...(named
        ? {
            [type !== 'rcp' && random(12) === 0 ? 'NotPrincipal' : 'Principal']:
              type === 'rcp' ? '*' : pick(random, principals),
          }
        : {}),
      Action: pick(random, ['*', '*', action, '${Act}']),
      ...(type === 'trust' ? {} : { [random(12) === 0 ? 'NotResource' : 'Resource']: where }),
      Condition,
    }
  }
  const policies: PolicyInput[] = Array.from({ length: 1 + random(4) }, () => {
    const type = pick(random, types)
    return {
      type,
      target: type === 'scp' || type === 'rcp' ? pick(random, ['r-root', 'ou-1']) : undefined,
      document: { Version: '2012-10-17', Statement: Array.from({ length: 1 + random(2) }, () => statement(type)) },
    }
  })
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' }
  if (random(2) === 0) policies.push({ type: 'identity', document: { Version: '2012-10-17', Statement: [everything] } })
  if (random(3) === 0) {
    const type = action === 'sts:AssumeRole' ? 'trust' : 'resource'
    policies.push({ type, document: { Version: '2012-10-17', Statement: [{ ...everything, Principal: '*' }] } })
  }
  const written = JSON.stringify(policies)
  const keys = [...new Set([...conditions.map(([, key]) => key), ...variablesIn(written)])]
  const request = {
    principal,
    action,
    resource,
    ...(resource.startsWith('arn:aws:s3') && random(2) === 0 ? { resourceAccount: pick(random, [here, there]) } : {}),
    ...(random(10) === 0 ? { also: [{ action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${here}:key/x` }] } : {}),
  }
  const scenario = { request: { ...request, context: {} }, policies, conditions, open: keys }
  const known: Record<string, ContextInput> = {}
  for (const [key, value] of Object.entries(randomAssignment(random, scenario) ?? {}))
    if (random(3) === 0) known[key] = value
  const names = new Set(Object.keys(known))
  return { ...scenario, request: { ...request, context: known }, open: keys.filter((key) => !names.has(key)) }
}

const variablesIn = (written: string): readonly string[] =>
  [...written.matchAll(/\$\{([^{},]+)/g)].flatMap(([, name = '']) => (name === '*' ? [] : [name]))

/** What a partial request is decided, and possible values with which a complete one is decided otherwise; undefined if none of the tries finds any. */
export function decidedOtherwise(
  random: Random,
  scenario: PartialScenario,
  tries: number,
): {
  readonly decision: Decision
  readonly other: { readonly context: Context; readonly decision: Decision } | undefined
} {
  const evaluator = compile(scenario.policies)
  const decision = evaluator.decide({ ...scenario.request, contextIs: 'partial' })
  for (let i = 0; i < tries && decision !== 'undetermined'; i++) {
    const context = randomAssignment(random, scenario)
    const asked = context && evaluator.decide({ ...scenario.request, context, contextIs: 'complete' })
    if (context && asked && asked !== decision) return { decision, other: { context, decision: asked } }
  }
  return { decision, other: undefined }
}
