import { actionOfOperation } from '../../denial/index.ts'
import { readOf } from '../../evaluate/index.ts'
import { elementText, messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { statementBelow } from '../words.ts'

const told = messagesOf('misspelt-action', {
  title: 'The policy probably means {{action}}, but spells it differently',
  explanation:
    '{{where}} comes close, but its Action doesn’t match: {{why}}. AWS accepts unknown action names silently; the statement then has no effect.',
  policyAllowsCallTitle: 'The policy allows {{other}}, and the call needs {{action}}',
  allowsThatsAnotherExplanation:
    '{{where}} allows {{other}}. That’s another action with nearly the same name: AWS checks each by itself, so {{action}} is still missing.',
  takesWrongName: 'and takes the wrong name out',
  textText:
    'An administrator adds {{addition}} {{rest}}. The names of actions often aren’t those of the commands or of the API’s operations.',
  write: 'Write {{action}}',
  add: 'Add {{action}}',
  named: '“{{name}}”',
  note: 'It allows {{action}}.',
  why: '{{found}} is an operation, and what IAM asks about for it is {{action}}',
})

interface Found {
  readonly situation: Evaluated
  /** The statement, and how its Action fails. */
  readonly where: Text
  readonly why: Text
  /** Where the policy names an action that AWS has: that one. */
  readonly other: string | undefined
}

/** The policy means this action and spells it wrongly, or names an operation instead of the action. */
export const misspeltAction = defineCause<Found>({
  id: 'misspelt-action',
  article: 'policies/identity-based',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.blame.effect === 'explicit-deny') return undefined
    if (situation.blame.policyType !== 'identity') return undefined
    const miss = situation.verdict.closest.find(
      ({ ref, failed }) => ref.policyType === 'identity' && failed.reason.code === 'action-slip',
    )
    if (miss) {
      const { reason } = miss.failed
      const other = reason.code === 'action-slip' ? existing(reason.pattern, situation) : undefined
      return { situation, where: statementPhrase(miss.ref), why: elementText(reason), other }
    }
    const operation = operationInstead(situation)
    return operation && { situation, ...operation, other: undefined }
  },
  explain: ({ situation, where, why, other }) =>
    other === undefined
      ? {
          title: told('title', { action: situation.asked.action }),
          explanation: told('explanation', { where, why }),
        }
      : {
          title: told('policyAllowsCallTitle', { other, action: situation.asked.action }),
          explanation: told('allowsThatsAnotherExplanation', { where, other, action: situation.asked.action }),
        },
  steps: ({ situation, other }) => [
    {
      title: told(other === undefined ? 'write' : 'add', { action: situation.asked.action }),
      text: told('textText', { rest: other === undefined ? told('takesWrongName') : '', addition: statementBelow }),
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) =>
    allowIn(situation, { type: 'identity', note: told('note', { action: situation.asked.action }) }),
})

/** A policy that allows an operation of the API, where another action is what IAM asks about: s3:ListObjectsV2. */
function operationInstead({ policies, asked }: Evaluated): Pick<Found, 'where' | 'why'> | undefined {
  for (const policy of policies) {
    const { type, name } = policy
    const statements = type === 'identity' ? readOf(policy).policy.statements : []
    const allowed = statements.flatMap(({ effect, action }) =>
      effect?.value === 'Allow' && action?.sense === 'any-of' ? action.items.map(({ value }) => value.raw) : [],
    )
    // Policies list the same actions again and again.
    const found = [...new Set(allowed)].find((raw) => {
      const [service = '', operation = ''] = raw.split(':')
      return raw !== asked.action && actionOfOperation(operation, service)?.toLowerCase() === asked.action.toLowerCase()
    })
    if (found !== undefined)
      return { where: told('named', { name }), why: told('why', { found, action: asked.action }) }
  }
  return undefined
}

/** The action, if AWS has one of this name: then it isn't misspelled. */
function existing(action: string, { reference }: Evaluated): string | undefined {
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  return reference?.services.get(prefix)?.actions.has(name) ? action : undefined
}
