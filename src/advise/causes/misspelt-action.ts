import { actionOfOperation } from '../../denial/index.ts'
import { readPolicy } from '../../iam/index.ts'
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
    if (miss) return { situation, where: statementPhrase(miss.ref), why: elementClause(miss.failed.reason) }
    const operation = operationInstead(situation)
    return operation && { situation, ...operation }
  },
  explain: ({ situation, where, why }) => ({
    title: `The policy seems to mean ${situation.asked.action}, but does not say it`,
    explanation: `${where} comes close, and its Action does not fit: ${why}. AWS takes a name that it does not know without a word, and the statement then does nothing.`,
  }),
  steps: ({ situation }) => [
    {
      title: `Write ${situation.asked.action}`,
      text: 'An administrator adds the statement below and takes the wrong name out. The names of actions are often not those of the commands or of the API’s operations.',
      owner: 'account administrator',
    },
  ],
  fixes: ({ situation }) => allowIn(situation, { type: 'identity', note: `It allows ${situation.asked.action}.` }),
})

/** A policy that allows an operation of the API, where another action is what IAM asks about: s3:ListObjectsV2. */
function operationInstead({ policies, asked }: Evaluated): Pick<Found, 'where' | 'why'> | undefined {
  for (const { type, text, name } of policies) {
    const statements = type === 'identity' ? readPolicy(text).policy.statements : []
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
