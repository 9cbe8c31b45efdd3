// The table of services that act on the resources of others says what AWS's service authorization reference says.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { actingOnOthers } from '../../src/reference/index.ts'

test('it holds every service whose actions name resource types with another service’s ARNs', async () => {
  const { services } = await loadReference()
  const found = new Map<string, Set<string>>()
  for (const [prefix, { actions, resourceTypes }] of services)
    for (const { resourceTypes: types } of actions.values())
      for (const { service } of types.flatMap(({ name }) => resourceTypes.get(name)?.forms ?? []))
        if (service !== prefix) found.set(service, (found.get(service) ?? new Set()).add(prefix))
  const sorted = (rows: Iterable<readonly [string, Iterable<string>]>): readonly unknown[] =>
    [...rows].map(([service, others]) => [service, ...[...others].sort()].join(' ')).sort()
  expect(sorted(actingOnOthers)).toEqual(sorted(found))
})
