import { readOf, type StatementRef } from '../evaluate/index.ts'
import type { Statement } from '../iam/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { statementPhrase } from './near-miss.ts'
import type { Situation } from './situation.ts'
import { listed, ownerOf } from './words.ts'

const told = messagesOf('given-denies', {
  title: '{{service}} denied something, and a Deny in “{{policy}}” is a likely reason',
  explanation:
    '{{statement}} denies it {{when}}. The message names neither the caller nor the action, so another policy can be the reason, too.',
  always: 'to everyone that it applies to',
  under: 'under a condition on {{keys}}',
  compare: 'Compare the caller with the condition of that Deny',
  compareText:
    'The command shows who AWS takes you for. If the Deny applies to that caller, no Allow helps: make the call as someone whom the condition leaves out, or have the policy’s owner add this caller to it.',
  compareTextForOthers:
    'If the Deny applies to the caller, no Allow helps: the call must come from someone whom the condition leaves out, or the policy’s owner adds this caller to it.',
})

/** A Deny of a pasted policy that applies to actions of a service. */
export interface GivenDeny {
  readonly ref: StatementRef
  readonly statement: Statement
}

const isAbout = ({ effect, action }: Statement, service: string): boolean =>
  effect?.value === 'Deny' &&
  action?.sense === 'any-of' &&
  action.items.some(({ value: { raw } }) => raw === '*' || raw.toLowerCase().startsWith(`${service}:`))

/** The only Deny that the pasted policies have for a service which denied something without saying what; undefined where they have none or several. */
export function onlyDeny({ policies }: Situation, service: string): GivenDeny | undefined {
  const found = policies.flatMap((policy, policyIndex) =>
    policy.given
      ? readOf(policy).policy.statements.flatMap((statement, i): readonly GivenDeny[] =>
          isAbout(statement, service)
            ? [
                {
                  statement,
                  ref: {
                    policyType: policy.type,
                    policy: policy.name,
                    policyIndex,
                    statement: i,
                    sid: statement.sid?.value,
                    span: statement.span,
                  },
                },
              ]
            : [],
        )
      : [],
  )
  const [only, ...more] = found
  return more.length === 0 ? only : undefined
}

/** What the answer says of it. `name`: the service, as AWS names it. */
export function aboutDeny(
  { ref, statement }: GivenDeny,
  name: string,
): { readonly title: Text; readonly explanation: Text } {
  const keys = statement.conditions.map(({ key }) => key.value)
  const when = keys.length === 0 ? told('always') : told('under', { keys: listed([...new Set(keys)]) })
  return {
    title: told('title', { service: name, policy: ref.policy }),
    explanation: told('explanation', { statement: statementPhrase(ref), when }),
  }
}

/** What to do about it. */
export const compareStep = ({ ref }: GivenDeny): Step => ({
  title: told('compare'),
  text: told('compareText'),
  owner: ownerOf(ref.policyType, undefined),
  command: 'aws sts get-caller-identity',
})
