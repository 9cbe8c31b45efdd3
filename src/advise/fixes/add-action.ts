import { type Request, readOf } from '../../evaluate/index.ts'
import { type Statement, symbolsIn } from '../../iam/index.ts'
import { messagesOf } from '../../words/index.ts'
import type { Step } from '../diagnosis.ts'
import { meetCondition, statementPhrase } from '../near-miss.ts'
import { widthOf } from '../reach.ts'
import type { Evaluated } from '../situation.ts'
import { valuesFor } from '../template-values.ts'
import { ownerOf } from '../words.ts'
import { type Draft, editDraft } from './draft.ts'
import { addToElement } from './edit-policy.ts'

const told = messagesOf('fixes/add-action', {
  title: 'Add {{action}} to statement {{number}} of “{{policy}}”',
  note: '{{statement}} stays as it is, with its Resource and its conditions, and also allows {{action}} there.',
  isNamed: '`{{name}}` is {{value}}',
  stepTitle: 'Add {{action}} to the statement that names the resource',
  stepText:
    '{{statement}} names `{{written}}`, which can be the resource of the call: an IAM administrator of the account adds {{action}} there. If it’s another resource, the call needs a statement of its own.',
})

interface Found {
  readonly draft: Draft
  readonly phrase: ReturnType<typeof statementPhrase>
  readonly written: string
}

/**
 * Statements of the caller's own policies whose Resource is a template's name for what the call may be about: the action belongs there, not in a second
 * statement with the ARN written out. A statement about several resources would allow the action on all of them, so it stays.
 */
function* found(situation: Evaluated): Generator<Found> {
  const { asked, policies } = situation
  if (!asked.takesArn || meetCondition(situation, 'identity')) return
  const meant = candidates(situation)
  // Either of two names can be the resource of the call.
  if (new Set(meant.map(({ name }) => name)).size !== 1) return
  for (const { index, policy, statement, written, name, value, values } of meant) {
    const phrase = statementPhrase({
      policyType: policy.type,
      policy: policy.name,
      policyIndex: index,
      statement: statement.index,
      sid: statement.sid?.value,
      span: statement.span,
    })
    const { action } = asked
    const title = told('title', { action, number: statement.index + 1, policy: policy.name })
    const drafts = editDraft(policies, {
      index,
      edit: addToElement(policy.text, statement, { element: 'Action', value: action, title }),
      owner: ownerOf('identity', asked),
      note: told('note', { statement: phrase, action }),
      assumes: { clause: told('isNamed', { name, value }), context: values },
    })
    for (const draft of drafts) yield { draft, phrase, written }
  }
}

/** Statements that can mean the resource, each with the entry that does. */
const candidates = ({ asked, policies }: Evaluated) =>
  [...policies.entries()].flatMap(([index, policy]) =>
    policy.given && policy.type === 'identity' && widthOf(policy) < 2
      ? readOf(policy).policy.statements.flatMap((statement) => {
          const meant = isOfService(statement, asked.service) ? entryFor(statement, asked.request) : undefined
          return meant ? [{ index, policy, statement, ...meant }] : []
        })
      : [],
  )

/** The entry that can be the resource. All entries are about the same name: a bucket, and what's in it. */
function entryFor({ resource }: Statement, request: Request) {
  const raws = resource?.sense === 'any-of' ? resource.items.map(({ value }) => value.raw) : []
  const names = new Set(raws.map((raw) => symbolsIn(raw).join()))
  if (names.size !== 1) return undefined
  for (const written of raws) {
    const meant = valuesFor(written, request)
    if (meant) return { written, ...meant }
  }
  return undefined
}

/** An Allow of single actions of this service: a list with a wildcard has the action already or says something else. */
const isOfService = ({ effect, action }: Statement, service: string): boolean =>
  effect?.value === 'Allow' &&
  action?.sense === 'any-of' &&
  action.items.every(({ value }) => value.kind === 'action' && value.service === service)

/** Drafts that add the action in place. */
export function* addedActions(situation: Evaluated): Generator<Draft> {
  for (const { draft } of found(situation)) yield draft
}

/** The step for such a change; undefined where no statement names the resource by a template's name. */
export function addActionStep(situation: Evaluated): Step | undefined {
  const [first] = found(situation)
  const { action } = situation.asked
  return (
    first && {
      title: told('stepTitle', { action }),
      text: told('stepText', { statement: first.phrase, written: first.written, action }),
      owner: 'account administrator',
    }
  )
}
