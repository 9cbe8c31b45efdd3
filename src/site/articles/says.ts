import { whereSeen } from '../../../content/seen-messages.ts'
import { readDenial } from '../../denial/index.ts'
import type { Decision } from '../../evaluate/index.ts'
import { policyTypeNames, policyTypes } from '../../iam/index.ts'
import { decide, questions } from './ask-policy.ts'
import { readClaims } from './claims.ts'
import { openedRows } from './opened-pages.ts'

/** A run of text; `code` as the policy language or the message has it. */
export interface Piece {
  readonly text: string
  readonly as: 'plain' | 'strong' | 'code'
}

/** What the engine says of one code block of an article: lines to show below it, and the way into the checker. */
export interface Says {
  readonly who: 'The checker reads' | 'The evaluator says'
  readonly lines: readonly (readonly Piece[])[]
  /** "/checker/#paste=…" */
  readonly link: string
}

/** The answer for a block with claims; undefined for one without. */
export function says(meta: string, text: string): Says | undefined {
  const claims = readClaims(meta)
  if (claims.has('message')) {
    const seen = whereSeen(text)
    const lines = [...messageLines(text), ...(seen ? [[strong('Seen'), plain(`: ${seen}`)]] : [])]
    return { who: 'The checker reads', lines, link: link('paste', text) }
  }
  const type = policyTypes.find((known) => known === claims.get('policy'))
  if (!type) return undefined
  const asked = ['allows', 'spares', 'denies'].flatMap((name) => questions(claims, name))
  const lines = asked.map((question) => {
    const { action, resource } = question
    const decision = decide({ type, text, claims }, question)
    const on = resource === '*' ? [] : [plain(' on '), code(resource)]
    return [code(action), ...on, plain(': '), strong(words[decision])]
  })
  const opened = openedRows(claims).map(({ label }) => [plain('Opens '), strong(label)])
  return { who: 'The evaluator says', lines: [...opened, ...lines], link: link('policy', text) }
}

const words: Readonly<Record<Decision, string>> = {
  allowed: 'allowed',
  implicitDeny: 'denied, nothing allows it',
  explicitDeny: 'denied by a Deny',
  undetermined: 'it depends',
}

function messageLines(text: string): readonly (readonly Piece[])[] {
  const { principal, action, actionDerived, resource, effect, policyType, policyArn, insteadOf, sentence } =
    readDenial(text)
  const reason =
    policyType && `${effect === 'explicit-deny' ? 'a Deny in' : 'no Allow in'} the ${policyTypeNames[policyType]}`
  const told: readonly (readonly [label: string, piece: Piece | undefined])[] = [
    ['Caller', principal === undefined ? undefined : code(principal)],
    ['Action', action === undefined ? undefined : code(action)],
    ['Action behind the operation', actionDerived === undefined ? undefined : code(actionDerived)],
    ['Resource', resource === undefined ? undefined : code(resource)],
    ['Reason', reason === undefined ? undefined : plain(reason)],
    ['Policy', policyArn === undefined ? undefined : code(policyArn)],
    ['Not a question of policies', insteadOf === undefined ? undefined : plain(insteadOf)],
  ]
  const lines = told.flatMap(([label, piece]) => (piece ? [[strong(label), plain(': '), piece]] : []))
  if (lines.length > 0) return lines
  return [[plain('Access was denied. The message names no caller, action, or resource.')], ...reasonLines(sentence?.id)]
}

/** What a sentence without details means, where an article quotes it. */
const reasonLines = (sentence: string | undefined): readonly (readonly Piece[])[] =>
  sentence === 'bill-need-permissions'
    ? [
        [
          strong('Likely'),
          plain(': IAM access to Billing is turned off, or the policies lack the actions of the page.'),
        ],
      ]
    : []

const link = (kind: 'paste' | 'policy', text: string): string => `/checker/#${kind}=${encodeURIComponent(text)}`
const plain = (text: string): Piece => ({ text, as: 'plain' })
const strong = (text: string): Piece => ({ text, as: 'strong' })
const code = (text: string): Piece => ({ text, as: 'code' })
