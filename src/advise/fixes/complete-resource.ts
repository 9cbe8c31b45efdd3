import { messagesOf } from '../../words/index.ts'
import type { Step } from '../diagnosis.ts'
import { meetCondition, statementPhrase } from '../near-miss.ts'
import { widthOf } from '../reach.ts'
import type { Evaluated } from '../situation.ts'
import { withValues } from '../template-values.ts'
import { ownerOf } from '../words.ts'
import { type Draft, editDraft } from './draft.ts'
import { addToElement } from './edit-policy.ts'
import { statementOf } from './except-from-deny.ts'
import { type MissingEnding, missingEnding } from './missing-ending.ts'

const told = messagesOf('fixes/complete-resource', {
  replace: 'Replace {{written}} with {{needed}} in {{which}} of “{{policy}}”',
  add: 'Add {{needed}} to {{which}} of “{{policy}}”',
  bySid: 'statement “{{sid}}”',
  byNumber: 'statement {{number}}',
  replaced: '{{statement}} stays, and only its Resource changes: all of its actions then hold for {{needed}}.',
  added: '{{statement}} keeps {{written}}: all of its actions then hold for {{needed}}, too.',
  stepTitle: 'Correct the Resource of the statement',
  stepText:
    '{{statement}} allows {{action}} on {{written}}, and the call needs {{needed}}. An IAM administrator of the account changes that statement; a second one isn’t needed. Without IAM permissions you can’t do this yourself.',
})

interface Found extends MissingEnding {
  readonly statement: ReturnType<typeof statementPhrase>
  readonly draft: Draft
}

/**
 * Statements of the caller's own policies that fail the call only because an ARN lacks its ending: the change of that entry. A policy that others share,
 * or that IAM doesn't save, isn't changed here.
 */
function* incomplete(situation: Evaluated): Generator<Found> {
  const { asked, policies, verdict } = situation
  // What another statement allows under a condition isn't opened past that condition.
  if (meetCondition(situation, 'identity')) return
  for (const { ref, failed } of verdict.closest) {
    const policy = policies[ref.policyIndex]
    const statement = statementOf(situation, ref)
    if (ref.policyType !== 'identity' || failed.element !== 'Resource' || !policy?.given || !statement) continue
    if (widthOf(policy) === 2 || /^arn:[\w-]+:iam::aws:policy\//.test(policy.reach?.name ?? policy.name)) continue
    const missing = missingEnding(statement, asked.service, asked.request.resource, filledWith(asked))
    if (!missing) continue
    const { written, needed, replaces, span } = missing
    // A value that a template makes, such as of a function, has no text to change.
    if (!policy.text.startsWith('"', span.from)) continue
    const which = ref.sid ? told('bySid', { sid: ref.sid }) : told('byNumber', { number: ref.statement + 1 })
    const title = told(replaces ? 'replace' : 'add', { written, needed, which, policy: policy.name })
    const edit = replaces
      ? { title, changes: [{ span, insert: JSON.stringify(needed) }] as const }
      : addToElement(policy.text, statement, { element: 'Resource', value: needed, title })
    const phrase = statementPhrase(ref)
    const note = told(replaces ? 'replaced' : 'added', { statement: phrase, written, needed })
    const owner = ownerOf('identity', asked)
    for (const draft of editDraft(policies, { index: ref.policyIndex, edit, owner, note }))
      yield { ...missing, statement: phrase, draft }
  }
}

/** Puts in what the names of a template are assumed to be. */
const filledWith =
  ({ request: { context = {} } }: Evaluated['asked']) =>
  (raw: string): string =>
    withValues(
      raw,
      Object.fromEntries(
        Object.entries(context).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      ),
    )

/** Drafts that complete the ARN in place: they come before a statement of its own. */
export function* completions(situation: Evaluated): Generator<Draft> {
  for (const { draft } of incomplete(situation)) yield draft
}

/** The statement that only lacks an ending, with what it names and what it needs; undefined where there's none. */
export function completedWords(situation: Evaluated): Pick<Found, 'statement' | 'written' | 'needed'> | undefined {
  const [found] = incomplete(situation)
  return found && { statement: found.statement, written: found.written, needed: found.needed }
}

/** The step for such a change; undefined where no statement only lacks an ending. */
export function completeStep(situation: Evaluated): Step | undefined {
  const [found] = incomplete(situation)
  return (
    found && {
      title: told('stepTitle'),
      text: told('stepText', {
        statement: found.statement,
        action: situation.asked.action,
        written: found.written,
        needed: found.needed,
      }),
      owner: 'account administrator',
    }
  )
}
