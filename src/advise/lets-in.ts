import { matchesAction, readOf } from '../evaluate/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { actionOf } from './near-miss.ts'
import { hasGiven, isEvaluated, type Situation } from './situation.ts'
import { listed } from './words.ts'

const told = messagesOf('lets-in', {
  sentence:
    'The resource’s policy that you gave allows {{action}} to {{callers}}. A caller in another account must be allowed there, and in its own account, too.',
  sentenceForOthers:
    'The resource’s policy that I have allows {{action}} to {{callers}}. A caller in another account must be allowed there, and in its own account, too.',
  noOne: 'no one',
  add: 'If the resource’s policy doesn’t let that caller in, add it there',
  addText:
    'It lets in {{callers}}. The ARN of an account’s root user means that this account’s own policies decide. The resource’s owner adds this statement for any other caller.',
})

/** More aren't listed. */
const most = 5

/** Whom the pasted policies of the resource allow the action, as they name them; undefined where none was pasted, or where they let everyone in. */
function callersOf(situation: Situation): Text | undefined {
  if (!isEvaluated(situation) || !hasGiven(situation, 'resource')) return undefined
  const { asked, policies } = situation
  const names = policies
    .filter(({ given, type }) => given && type === 'resource')
    .flatMap((policy) => readOf(policy).policy.statements)
    .filter(({ effect, action }) => effect?.value === 'Allow' && action && matchesAction(action, actionOf(asked)))
    .flatMap(({ principal }) => (principal?.sense === 'any-of' ? principal.items.map(({ value }) => value.raw) : ['*']))
  if (names.includes('*')) return undefined
  const distinct = [...new Set(names)]
  return distinct.length === 0 ? told('noOne') : listed(distinct.slice(0, most))
}

/** Says whom the pasted policy of the resource lets in, where the caller isn’t known; empty otherwise. */
export function letsInSentence(situation: Situation): Text {
  const callers = callersOf(situation)
  return callers && situation.asked ? told('sentence', { action: situation.asked.action, callers }) : ''
}

/** What to add to that policy for a caller that it doesn’t name. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html */
export function letsInSteps(situation: Situation): readonly Step[] {
  const callers = callersOf(situation)
  const { asked } = situation
  if (!callers || !asked) return []
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: '<CALLER_ARN>' },
    Action: asked.action,
    Resource: asked.service === 'kms' ? '*' : asked.request.resource,
  }
  return [
    {
      title: told('add'),
      text: told('addText', { callers }),
      owner: 'resource owner',
      statement: JSON.stringify(statement, null, 2),
    },
  ]
}
