// What the pages of the services say about their usual denials: each message is read, and each policy allows what the message says was denied.
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { whereSeen } from '../../content/seen-messages.ts'
import { otherCauses, type ServiceDenial, serviceDenials } from '../../content/services/index.ts'
import { sourcesReread } from '../../content/services/reread.ts'
import { seenServiceMessages } from '../../content/services/seen-messages.ts'
import { readDenial } from '../../src/denial/index.ts'
import { compile, type PolicyInput } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { lint } from '../../src/lint/index.ts'
import { findAction } from '../../src/reference/index.ts'
import { denialId, denialPolicy } from '../../src/site/service-denials.ts'

const reference = await loadReference()
const all = [...serviceDenials].flatMap(([prefix, denials]) =>
  denials.map((denial) => ({ prefix, denial, name: `${prefix}: ${denial.title}` })),
)
const withPolicies = all.flatMap(({ denial, name }) =>
  denial.fix.policy ? [{ denial, name, fix: denial.fix.policy }] : [],
)
const open = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

/** AWS's most used services have at least four. */
const few = new Set(['appsync', 'cognito-identity', 'es', 'events', 'logs', 'ses'])

test.each([...serviceDenials])(
  '%s has up to six denials with titles of their own, and is a service',
  (prefix, denials) => {
    expect(reference.prefixes.has(prefix)).toBe(true)
    expect(denials.length).toBeGreaterThanOrEqual(few.has(prefix) ? 2 : 4)
    expect(denials.length).toBeLessThanOrEqual(6)
    expect(new Set(denials.map(denialId)).size).toBe(denials.length)
  },
)

describe.each(all)('$name', ({ denial }) => {
  test('has a source, and an article that exists', () => {
    expect(denial.source).toMatch(/^https:\/\//)
    if (denial.article !== undefined) expect(existsSync(`content/${denial.article}.mdx`)).toBe(true)
  })

  test('its message is AWS’s usual form, or it says where it was seen', () => {
    expect(whereSeen(denial.message)).toBeDefined()
  })

  test('its message is read: the action that it names, and no other', () => {
    const [, written] = /is not authorized to perform: (\S+)/.exec(denial.message) ?? []
    const { action, kind } = readDenial(denial.message)
    if (written !== undefined) expect({ action, kind }).toEqual({ action: written, kind: 'access-denied' })
  })
})

test('every record of a seen message belongs to a denial', () => {
  const unused = seenServiceMessages.filter(({ says }) => !all.some(({ denial }) => denial.message.includes(says)))
  expect(unused).toEqual([])
})

test('every page that was read again is the source of a denial', () => {
  const sources = new Set(all.map(({ denial }) => denial.source))
  expect([...sourcesReread.keys()].filter((source) => !sources.has(source))).toEqual([])
})

test('every further cause belongs to a denial, and names only actions that exist', () => {
  const ids = all.map(({ prefix, denial }) => `${prefix}#${denialId(denial)}`)
  expect([...otherCauses.keys()].filter((id) => !ids.includes(id))).toEqual([])
  const named = [...otherCauses.values()].flat().flatMap((cause) => cause.match(/`[a-z0-9-]+:[A-Z][A-Za-z]+`/g) ?? [])
  const actions = named
    .map((each) => each.slice(1, -1))
    .filter((name) => !/^(?:aws|ec2:InstanceType|ec2:Vpc|ses:)/.test(name))
  expect(actions.length).toBeGreaterThan(20)
  expect(actions.filter((name) => findAction(reference, name).known !== 'yes')).toEqual([])
})

/** The request of the message, or the one that the row gives for a message without one. */
function requestOf({ message }: ServiceDenial, { request, context = {} }: (typeof withPolicies)[number]['fix']) {
  const read = readDenial(message)
  return {
    principal: request?.principal ?? read.principal ?? 'arn:aws:iam::111122223333:user/mateojackson',
    action: request?.action ?? read.action ?? '',
    resource: request?.resource ?? read.resource ?? '',
    context,
  }
}

/** What a reader has besides the policy: their own permissions, and a key policy that lets the account decide. */
function around(
  { type }: (typeof withPolicies)[number]['fix'],
  { principal, resource }: { principal: string; resource: string },
): readonly PolicyInput[] {
  const [, , service, , account] = resource.split(':')
  const delegation = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  }
  return [
    ...(type === 'identity' || !principal.startsWith('arn:') ? [] : [{ type: 'identity', document: open } as const]),
    ...(type === 'identity' && service === 'kms'
      ? [{ type: 'resource', document: { Version: '2012-10-17', Statement: [delegation] } } as const]
      : []),
  ]
}

describe.each(withPolicies)('$name', ({ denial, fix }) => {
  const text = denialPolicy(fix)
  const request = requestOf(denial, fix)

  test('its policy has no error and no warning', () => {
    const findings = lint({ text, policyType: fix.type, reference }).filter(
      ({ type, folded }) => type !== 'SUGGESTION' && !folded,
    )
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([])
  })

  test('its policy allows what was denied, and without it nothing does', () => {
    expect(findAction(reference, request.action).known).toBe('yes')
    const others = around(fix, request)
    expect(compile([{ type: fix.type, text }, ...others]).decide(request)).toBe('allowed')
    const nothing = { Version: '2012-10-17', Statement: [] }
    if (fix.type !== 'resource' || denial.message.includes('resource-based'))
      expect(compile([{ type: fix.type, document: nothing }, ...others]).decide(request)).not.toBe('allowed')
  })
})
