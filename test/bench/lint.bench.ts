import type { Suite } from '../../scripts/bench.ts'
import { policiesInFile } from '../../src/cli/policies-in-file.ts'
import { loadManagedPolicies } from '../../src/hosting/load-managed-policies.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { lint } from '../../src/lint/index.ts'
import { cpuTime } from '../cpu-time.ts'
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

/** A template with a policy every 600 characters, of about so many. */
function template(length: number): string {
  const resources: string[] = []
  for (let i = 0; i * 600 < length; i++)
    resources.push(
      `  Policy${i}:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      Description: ${'A policy of this template. '.repeat(8)}\n      PolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Action: ['s3:GetObject', 's3:ListBucket']\n            Resource: [!Sub 'arn:aws:s3:::reports-${i}', !Sub 'arn:aws:s3:::reports-${i}/*']\n`,
    )
  return `Resources:\n${resources.join('')}`
}

/** What the goals are about, by the processor's time. */
export async function report(): Promise<readonly string[]> {
  const rows: readonly (readonly [name: string, goal: string, work: () => unknown])[] = [
    [
      '500 policies of 6 KB',
      '1 s',
      () => policies.map((text) => lint({ text: asNew(text), policyType: 'identity', reference })),
    ],
    [
      '1,444 managed policies',
      '2 s',
      () => managed.map((text) => lint({ text: asNew(text), policyType: 'identity', reference })),
    ],
  ]
  const lines = rows.map(
    ([name, goal, work]) => `${name}: ${(cpuTime(work) / 1000).toFixed(2)} s of the processor (wanted: ${goal})`,
  )
  const text = template(10_000_000)
  const before = process.cpuUsage()
  const { policies: found } = await policiesInFile(text)
  for (const each of found)
    lint({ text: each.text, policyType: each.policyType ?? 'identity', reference }).map(each.placed)
  const { user, system } = process.cpuUsage(before)
  const seconds = ((user + system) / 1e6).toFixed(2)
  return [
    ...lines,
    `${found.length.toLocaleString('en')} policies in a template of 10 MB: ${seconds} s of the processor (wanted: 10 s)`,
  ]
}

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
