import { actionOfOperation } from '../../denial/index.ts'
import { readOf } from '../../evaluate/index.ts'
import { elementClause } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { statementPhrase } from '../near-miss.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'

interface Found {
  readonly situation: Evaluated
  /** The statement, and how its Action fails. */
  readonly where: string
  readonly why: string
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
      return { situation, where: statementPhrase(miss.ref), why: elementClause(reason), other }
    }
    const operation = operationInstead(situation)
    return operation && { situation, ...operation, other: undefined }
  },
  explain: ({ situation, where, why, other }) =>
    other === undefined
      ? {
          title: `The policy probably means ${situation.asked.action}, but spells it differently`,
          explanation: `${where} comes close, but its Action doesn’t match: ${why}. AWS accepts unknown action names silently; the statement then has no effect.`,
        }
      : {
          title: `The policy allows ${other}, and the call needs ${situation.asked.action}`,
          explanation: `${where} allows ${other}. That’s another action with nearly the same name: AWS checks each by itself, so ${situation.asked.action} is still missing.`,
        },
  steps: ({ situation, other }) => [
    {
      title: `${other === undefined ? 'Write' : 'Add'} ${situation.asked.action}`,
      text: `An administrator adds the statement below${other === undefined ? ' and takes the wrong name out' : ''}. The names of actions often aren’t those of the commands or of the API’s operations.`,
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) => allowIn(situation, { type: 'identity', note: `It allows ${situation.asked.action}.` }),
})

/** A policy that allows an operation of the API, where another action is what IAM asks about: s3:ListObjectsV2. */
function operationInstead({ policies, asked }: Evaluated): Pick<Found, 'where' | 'why'> | undefined {
  for (const policy of policies) {
    const { type, name } = policy
    const statements = type === 'identity' ? readOf(policy).policy.statements : []
    const allowed = statements.flatMap(({ effect, action }) =>
      effect?.value === 'Allow' && action?.sense === 'any-of' ? action.items.map(({ value }) => value.raw) : [],
    )
    const found = allowed.find((raw) => {
      const [service = '', operation = ''] = raw.split(':')
      return raw !== asked.action && actionOfOperation(operation, service)?.toLowerCase() === asked.action.toLowerCase()
    })
    const why = `${found} is an operation, and what IAM asks about for it is ${asked.action}`
    if (found !== undefined) return { where: `“${name}”`, why }
  }
  return undefined
}

/** The action, if AWS has one of this name: then it isn't misspelled. */
function existing(action: string, { reference }: Evaluated): string | undefined {
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  return reference?.services.get(prefix)?.actions.has(name) ? action : undefined
}
