import { messagesOf } from '../words/index.ts'
import { stepsFor } from './denied-by-aws-steps.ts'
import type { Step } from './diagnosis.ts'
import { unseenSteps } from './fetch-step.ts'
import { statementToAdd } from './fixes/allow-in.ts'
import type { Evaluated } from './situation.ts'
import { nameOf, whoPhrase } from './words.ts'

const told = messagesOf('creates-elsewhere', {
  registry: 'Allow it in the registry’s policy',
  registryText:
    'The policy of a private registry can allow {{action}} to {{who}}: someone in the account that owns it adds this statement, and keeps the others. Without a policy so far, it’s the only one.',
})

/** What is created in these has no policy yet, but what it's created in has one that decides: a domain, a catalog. */
const withPolicyAbove: ReadonlySet<string> = new Set(['codeartifact', 'glue'])

/** Does the call create its own resource in another account? What doesn't exist has no policy that could let anyone in. */
export function createsElsewhere({ asked }: Evaluated): boolean {
  const noun = /^Create(\w+)$/.exec(nameOf(asked.action))?.[1]?.toLowerCase()
  const [type, ...more] = asked.known?.resourceTypes ?? []
  return (
    noun !== undefined &&
    asked.crossAccount &&
    more.length === 0 &&
    type?.name === noun &&
    !withPolicyAbove.has(asked.service)
  )
}

/**
 * A role there makes the call. A registry of Amazon ECR has a policy of its own, which can allow it before there is a repository.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html
 */
export function elsewhereCreation(situation: Evaluated): readonly [Step, ...Step[]] {
  const { asked } = situation
  const [there] = stepsFor('own-account-only')
  if (asked.service !== 'ecr') return [there]
  const statement = statementToAdd(situation, 'resource')
  return [
    {
      title: told('registry'),
      text: told('registryText', { action: asked.action, who: whoPhrase(asked) }),
      owner: 'resource owner',
      command: 'aws ecr put-registry-policy --policy-text file://registry-policy.json',
      ...(statement === undefined ? {} : { statement }),
    },
    there,
    ...unseenSteps(situation),
  ]
}
