// The policies that AWS manages come from a package, each with its newest document.
import { expect, test } from 'vitest'
import { loadManagedPolicies } from '../../src/hosting/load-managed-policies.ts'
import { readPolicy } from '../../src/iam/index.ts'

const policies = await loadManagedPolicies()

test('there are all of them, and they can be read', () => {
  expect(policies.size).toBeGreaterThan(1_000)
  for (const [name, { document, changed }] of policies) {
    expect(name).toMatch(/^[\w+=,.@-]+$/)
    expect(changed).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect(readPolicy(JSON.stringify(document)).policy.statements.length, name).toBeGreaterThan(0)
  }
})

test('AdministratorAccess is what everyone knows', () => {
  expect(policies.get('AdministratorAccess')?.document).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  })
})
