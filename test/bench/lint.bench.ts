import type { Suite } from '../../scripts/bench.ts'
import { loadManagedPolicies } from '../../src/hosting/load-managed-policies.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { lint } from '../../src/lint/index.ts'
import { asNew, sixKilobytes } from './policies.ts'

const reference = await loadReference()

/** The current documents of AWS's managed policies, as `validate-policy` gets them. */
const managed = [...(await loadManagedPolicies()).values()]
  .map(({ document }) => JSON.stringify(document))
  .slice(0, 1444)

const policies = Array.from({ length: 500 }, (_, i) => sixKilobytes(i * 100))
const [one = ''] = policies

/** A list of actions only, as old policies have them. */
const actions = [...(reference.services.get('ec2')?.actions.values() ?? [])]
  .slice(0, 200)
  .map(({ name }) => `ec2:${name}`)
const manyActions = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
})

export const suite: Suite = {
  title: 'lint: policies a second (wanted: 500 of 6 KB)',
  tasks: [
    { name: 'one policy of 6 KB', fn: () => lint({ text: asNew(one), policyType: 'identity', reference }) },
    {
      name: '500 policies of 6 KB',
      fn: () => policies.map((text) => lint({ text: asNew(text), policyType: 'identity', reference })),
      times: policies.length,
    },
    { name: '200 actions in 6 KB', fn: () => lint({ text: asNew(manyActions), policyType: 'identity', reference }) },
    {
      name: '1,444 managed policies (wanted: 2 s)',
      fn: () => managed.map((text) => lint({ text: asNew(text), policyType: 'identity', reference })),
      times: managed.length,
    },
    {
      name: 'a keystroke in a policy of 6 KB (wanted: 4 ms)',
      fn: () => lint({ text: asNew(`${one.slice(0, 40)} ${one.slice(40)}`), policyType: 'identity', reference }),
    },
    { name: 'one policy of 6 KB, no service data', fn: () => lint({ text: asNew(one), policyType: 'identity' }) },
  ],
}
