// The table of the Billing console's pages names actions that exist.
import { expect, test } from 'vitest'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { billingPages, findAction, findRetired } from '../../src/reference/index.ts'

const reference = await loadReference()

/** Does AWS have an action with this name, or an action that matches this pattern with a trailing star? */
function exists(action: string): boolean {
  if (!action.endsWith('*')) return findAction(reference, action).known === 'yes' && findRetired(action) === undefined
  const [prefix = '', start = ''] = action.slice(0, -1).toLowerCase().split(':')
  const names = [...(reference.services.get(prefix)?.actions.keys() ?? [])]
  return start !== '' && names.some((name) => name.startsWith(start))
}

test.each(billingPages)('$area, $page: every action is one that AWS has, once', ({ see, change }) => {
  const inTasks = change.map(({ actions }) => actions)
  for (const actions of [see, ...inTasks]) {
    expect(actions.filter((action) => !exists(action))).toEqual([])
    expect(new Set(actions).size).toBe(actions.length)
  }
})

test('a page is in the table once and needs at least one action', () => {
  const names = billingPages.map(({ area, page }) => `${area}: ${page}`)
  expect(new Set(names).size).toBe(names.length)
  expect(billingPages.filter(({ see }) => see.length === 0)).toEqual([])
})
