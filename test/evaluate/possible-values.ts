// Random values with which a partial request can be completed. They come from the policies: on and around their bounds, with wildcards filled in,
// with what other keys have, and what a variable needs to fit.
import type { ContextInput, PolicyInput, Request } from '../../src/evaluate/index.ts'
import { readCaller } from '../../src/iam/index.ts'
import { endpointKeys, excludedBy, presenceOf } from '../../src/reference/index.ts'
import {
  address,
  arn,
  bytes,
  type Condition,
  type Context,
  date,
  flag,
  number,
  type PartialScenario,
  pick,
  type Random,
  role,
  text,
  texts,
} from './partial-keys.ts'
import { here, there } from './scenario.ts'

const derivedKeys = new Set([
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:username',
  'aws:principaltype',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:resourceaccount',
])

/** What a request can carry, on top of what is known; undefined for values that AWS never sends together. */
export function randomAssignment(
  random: Random,
  { request, conditions, open, policies }: PartialScenario,
): Context | undefined {
  const caller = readCaller(request.principal)
  if (!caller) throw new Error('no caller')
  const [service = '', operation = ''] = request.action.toLowerCase().split(':')
  const context: Record<string, ContextInput> = { ...request.context }
  const written = JSON.stringify(policies)
  const carries = new Set(Object.keys(context).map((key) => key.toLowerCase()))
  // In another order each time, so that each of two keys that exclude each other comes first.
  const keys = open
    .map((key) => [random(1000), key] as const)
    .sort(([a], [b]) => a - b)
    .map(([, key]) => key)
  // Variables first: what others are compared with can be filled in then.
  const ordered = [
    ...keys.filter((key) => written.includes(`\${${key}`)),
    ...keys.filter((key) => !written.includes(`\${${key}`)),
  ]
  for (const written of random(4) === 0 ? keys : ordered) {
    const key = written.toLowerCase()
    if (key.includes(':')) {
      if (derivedKeys.has(key) && !(key === 'aws:principaltype' && caller.kind === 'service')) continue
      const presence = presenceOf(key, { bearer: caller.kind, service, operation })
      if (presence === 'absent') continue
      if (key === 'aws:userid' && (caller.kind === 'root' || caller.kind === 'anonymous')) continue
      if (excludedBy(key).some((other) => carries.has(other))) continue
      if (endpointKeys.includes(key) && isForwarded(context)) continue
      if (presence !== 'present' && random(4) === 0) continue
    }
    let value = randomValue(random, written, { conditions, context, request, policies })
    if (key === 'aws:userid' && caller.kind === 'role-session') value = `${String(value) || 'A'}:${caller.session}`
    if (
      key === 'aws:viaawsservice' &&
      String(value).toLowerCase() === 'true' &&
      endpointKeys.some((other) => carries.has(other))
    )
      value = 'false'
    context[written] = value
    carries.add(key)
  }
  return withEndpoint(context, { request, policies, open })
}

const throughEndpoint = ['aws:VpcSourceIp', 'aws:SourceVpc', 'aws:SourceVpce']

/** An endpoint's policy is taken for the one that the request comes through: then the request carries the endpoint's keys. */
function withEndpoint(
  context: Record<string, ContextInput>,
  { request, policies, open }: Pick<PartialScenario, 'request' | 'policies' | 'open'>,
): Context | undefined {
  const carries = (among: readonly string[], given: Context): boolean =>
    Object.keys(given).some((key) => among.includes(key.toLowerCase()))
  const isService = readCaller(request.principal)?.kind === 'service'
  if (isService || !policies.some(({ type }) => type === 'vpc-endpoint') || carries(endpointKeys, context))
    return context
  const isElsewhere = (given: Context) => isForwarded(given) || carries(excludedBy('aws:sourcevpce'), given)
  if (isElsewhere(request.context ?? {})) return context
  if (isElsewhere(context)) return undefined
  const free = throughEndpoint.find((key) => !open.includes(key) && !(key in context))
  return free === undefined ? undefined : { ...context, [free]: '10.0.0.1' }
}

const isForwarded = (context: Context): boolean =>
  Object.entries(context).some(
    ([key, value]) => key.toLowerCase() === 'aws:viaawsservice' && String(value).toLowerCase() === 'true',
  )

interface Around {
  readonly conditions: readonly Condition[]
  readonly context: Context
  readonly request: Request
  readonly policies: readonly PolicyInput[]
}

function randomValue(random: Random, key: string, around: Around): ContextInput {
  const own = around.conditions.filter(([, other]) => other === key)
  const one = (): string => randomText(random, key, own, around)
  const isVariable = JSON.stringify(around.policies).includes(`\${${key}`)
  const readsSet = own.some(([operator]) => operator.startsWith('For'))
  const readsOne = isVariable || own.some(([operator]) => !operator.startsWith('For') && operator !== 'Null')
  if (!readsSet || (readsOne && random(2) === 0)) return one()
  return Array.from({ length: random(4) }, () => (random(8) === 0 ? '' : one()))
}

/** What a known text leaves for a variable in a pattern. */
function fits(pattern: string, text: string, key: string): readonly string[] {
  const escaped = pattern
    .split(/(\$\{[^}]*\}|\*|\?)/)
    .map((part) =>
      part === '*'
        ? '.*'
        : part === '?'
          ? '.'
          : part.startsWith('${*')
            ? '\\*'
            : part.startsWith(`\${${key}`)
              ? '(.*)'
              : part.startsWith('${')
                ? '.*'
                : part.replace(/[.+^$()|[\]\\{}]/g, '\\$&'),
    )
    .join('')
  return [...new Set([escaped, escaped.replaceAll('(.*)', '(.*?)')])].flatMap(
    (each) => new RegExp(`^${each}$`, 'is').exec(text)?.slice(1) ?? [],
  )
}

function randomText(
  random: Random,
  key: string,
  own: readonly Condition[],
  { conditions, context, request, policies }: Around,
): string {
  const family = (operator: string) =>
    /Numeric/.test(operator)
      ? number
      : /Date/.test(operator)
        ? date
        : /Ip/.test(operator)
          ? address
          : /Binary/.test(operator)
            ? bytes
            : /Bool/.test(operator)
              ? flag
              : /Arn/.test(operator)
                ? arn
                : /Null/.test(operator)
                  ? undefined
                  : text
  const families = [...new Set(own.flatMap(([operator]) => family(operator) ?? []))]
  const written = JSON.stringify(policies)
  const isVariable = written.includes(`\${${key}`)
  const isText = families.length === 0 || families.some((each) => each === text || each === arn)
  const candidates: string[] = families.flatMap(({ near }) => near)
  if (isText) {
    candidates.push(...texts)
    const values = own.flatMap(([, , values]) => values)
    for (const value of values) {
      const filled = value.replaceAll(/\$\{([^},]+)(?:, '([^}]*)')?\}/g, (_, name: string, other = '') =>
        name === '*' ? '*' : String(context[name] ?? other),
      )
      const loose = filled.replaceAll('*', () => pick(random, ['', 'x', '/', 'y']))
      candidates.push(
        filled,
        loose.replaceAll('?', 'z'),
        loose.replaceAll('?', 'z'),
        loose.toUpperCase(),
        `${filled}x`,
        filled.slice(1),
      )
    }
    if (isVariable) {
      for (const [, other, patterns] of conditions)
        for (const pattern of patterns)
          if (pattern.includes(`\${${key}`) && context[other] !== undefined)
            for (const known of [context[other]].flat())
              candidates.push(...fits(pattern, String(known), key), ...fits(pattern, String(known), key))
      for (const [pattern = ''] of written.matchAll(/arn:aws:s3:::[^"]*/g))
        if (pattern.includes(`\${${key}`))
          candidates.push(...fits(pattern, request.resource, key), ...fits(pattern, request.resource, key))
      if (key === 'Account') candidates.push(here, there)
      if (key === 'Who') candidates.push('root', 'user/x', 'role/x')
      if (key === 'Arn') candidates.push(request.principal, role, here, '*')
      if (key === 'Act') candidates.push(request.action, '*', 's3:*', request.action, request.action)
    }
    if (isVariable) candidates.push(...families.flatMap(({ near }) => near))
  }
  return pick(random, candidates)
}

/** What a partial request is decided, and possible values with which a complete one is decided otherwise; undefined if none of the tries finds any. */
