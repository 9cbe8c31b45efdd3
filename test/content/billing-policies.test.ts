// Policies about Billing come from the table of Billing pages: each opens the pages that its article names, and has nothing else.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { matches, policyTypes } from '../../src/iam/index.ts'
import { actionsOfPage, billingPages, regionLockExemptions } from '../../src/reference/index.ts'
import { decide } from '../../src/site/articles/ask-policy.ts'
import { openedRows } from '../../src/site/articles/opened-pages.ts'
import { readArticle } from './article.ts'

const reference = await loadReference()
const blocks = globSync('content/**/*.mdx').flatMap((file) => readArticle(file, readFileSync(file, 'utf8')).blocks)
const opening = blocks.filter(({ claims }) => claims.has('opens'))
const locks = blocks.filter(({ claims }) => claims.has('exempts'))

test('policies that open pages, and a Region lock, are found at all', () => {
  expect(opening.length).toBeGreaterThan(10)
  expect(locks.length).toBe(1)
})

/** Every real action behind a name or a pattern. */
function expand(pattern: string): readonly string[] {
  const [prefix = ''] = pattern.split(':')
  const names = [...(reference.services.get(prefix)?.actions.values() ?? [])].map(({ name }) => `${prefix}:${name}`)
  return names.filter((name) => matches(pattern.toLowerCase(), name.toLowerCase()))
}

/** Without what another entry covers. */
const shortest = (actions: readonly string[]): readonly string[] => {
  const unique = [...new Set(actions)]
  const covered = (each: string): boolean =>
    unique.some((other) => other !== each && other.endsWith('*') && matches(other.toLowerCase(), each.toLowerCase()))
  return unique.filter((each) => !covered(each)).toSorted()
}

/** The actions that a policy names, or its exceptions. */
const namedIn = (text: string, element: 'Action' | 'NotAction'): readonly string[] =>
  [JSON.parse(text).Statement].flat().flatMap((statement) => [statement[element] ?? []].flat())

describe.each(opening)('the policy at $title', ({ claims, text }) => {
  const type = policyTypes.find((known) => known === claims.get('policy'))
  const needed = openedRows(claims).flatMap(({ actions }) => actions)

  test('has the actions of its pages, and no others', () => {
    expect(shortest(namedIn(text, 'Action'))).toEqual(shortest(needed))
  })

  test.each([...new Set(needed.flatMap(expand))])('allows %s', (action) => {
    expect(type && decide({ type, text, claims }, { action, resource: resourceFor(action) })).toBe('allowed')
  })
})

describe.each(locks)('the Region lock at $title', ({ claims, text }) => {
  const asked = billingPages.flatMap(actionsOfPage)
  const exempt = regionLockExemptions()
  const inUsEast1 = asked
    .filter((action) => exempt.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())))
    .flatMap(expand)

  test('exempts the services of the table, and no others', () => {
    expect(namedIn(text, 'NotAction').toSorted()).toEqual(exempt)
  })

  test.each([...new Set(inUsEast1)])('exempts %s', (action) => {
    expect(decide({ type: 'scp', text, claims }, { action, resource: resourceFor(action) })).toBe('allowed')
  })
})

/** These policies name no resource, apart from the role that scheduled reports use. */
const resourceFor = (action: string): string =>
  action === 'iam:PassRole' ? 'arn:aws:iam::123456789012:role/DashboardReports' : '*'
