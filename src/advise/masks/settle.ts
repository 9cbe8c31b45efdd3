import type { DocumentInput, Facts, Request } from '../../evaluate/index.ts'
import { compile, type Decision, type Question, type Verdict } from '../../evaluate/index.ts'
import { parseArn } from '../../iam/index.ts'
import type { Reference } from '../../reference/index.ts'
import { inTurn, messagesOf } from '../../words/index.ts'
import { dependingOn } from '../depending.ts'
import type { Mask } from '../mask.ts'
import { type Settled, settle } from '../settle.ts'
import type { Asked, StandingPolicy, Stated } from '../situation.ts'
import { alignedValues } from './align.ts'
import { fillDocument, fillIn, otherValues, standIns, type Values } from './fill.ts'
import { isCrossedOut } from './one-account.ts'

const told = messagesOf('masks', { deniedWhatever: 'The call is denied whatever {{names}} hides.' })

/**
 * Where a hidden account and another one stand side by side, nothing says that they differ: the caller's account counts as the owner's, and
 * `settleMasked` tries the other way, too.
 */
export function inOneAccount(asked: Asked, masks: readonly Mask[]): Asked {
  const owner = parseArn(asked.request.resource)?.account
  const { account } = asked.caller
  const isHidden = masks.some(({ standIn }) => standIn === owner || standIn === account)
  if (!isHidden || !owner || account === undefined || owner === account) return asked
  return { ...asked, crossAccount: false, request: { resourceAccount: account, ...asked.request } }
}

/** What is put to the evaluator, with the masks filled in. */
export interface MaskedCase {
  readonly masks: readonly Mask[]
  readonly policies: readonly StandingPolicy[]
  readonly documents: readonly DocumentInput[]
  readonly request: Request
  /** The owner's account, where the user gave it. */
  readonly owner: string | undefined
  readonly facts: Facts | undefined
  readonly reference: Reference | undefined
}

/**
 * Asks the evaluator once for every value that the masks could have. If the decision is always the same, it holds whatever they hide. Otherwise the
 * answer depends on them: a mask is never the reason for a difference.
 */
export function settleMasked(given: MaskedCase, stated: Pick<Stated, 'effect' | 'policyType'>): Settled {
  const { masks, policies, documents, request, facts, reference } = given
  const base = settle(compile([...policies, ...documents], facts, reference), request, stated)
  if (masks.length === 0) return base
  const tried = valuesToTry(given).map((values) => {
    const other = refilled(given, values)
    const { verdict } = settle(compile([...other.policies, ...documents], facts, reference), other.request, stated)
    return { values, decision: verdict.decision, verdict }
  })
  const verdict = overMasks(base.verdict, tried, masks)
  const isDenied = [base.verdict, ...tried].every(({ decision }) => decision.endsWith('Deny'))
  // What is missing leads: it's missing whatever the masks hide, and a Deny only comes on top of it.
  if (verdict && isDenied && base.verdict.decision === 'implicitDeny' && stated.effect !== 'explicit-deny')
    return {
      ...base,
      inferred:
        base.inferred ??
        told('deniedWhatever', {
          names: inTurn(
            verdict.missingContext.map((name) => `\`${name}\``),
            ', ',
          ),
        }),
    }
  const open = verdict ?? (stated.policyType === undefined ? overAccounts(base.verdict, tried, masks) : undefined)
  return open ? { request, verdict: open, inferred: undefined } : base
}

/** What the masks may hide, as far as it can matter: other values of the case, and those that name what was asked. */
function valuesToTry({ masks, policies, request, owner }: MaskedCase): readonly Values[] {
  const apart = request.resourceAccount === owner ? [] : [standIns(masks)]
  const texts = policies.map(({ text }) => text)
  return [...apart, ...alignedValues(masks, texts, request), ...otherValues(masks)]
}

/**
 * With which value of a mask the request isn't allowed, though it is with the stand-ins: nothing that rests on another value is proved. Undefined where
 * no value that could be tried makes a difference.
 */
export function stoppingMask(given: MaskedCase): { readonly mask: string; readonly value: string } | undefined {
  const { masks, documents, facts, reference } = given
  if (masks.length === 0) return undefined
  const own = standIns(masks)
  for (const values of valuesToTry(given)) {
    const other = refilled(given, values)
    if (compile([...other.policies, ...documents], facts, reference).decide(other.request) === 'allowed') continue
    const [mask, value] = [...values].find(([text, each]) => own.get(text) !== each) ?? []
    if (mask !== undefined && value !== undefined) return { mask, value }
  }
  return undefined
}

/** The verdict on a request, as one that depends on a mask wherever a value of the mask changes the decision. */
export function explainMasked(given: MaskedCase): Verdict {
  const { masks, policies, documents, request, facts, reference } = given
  const verdict = compile([...policies, ...documents], facts, reference).explain(request)
  const tried =
    masks.length === 0
      ? []
      : valuesToTry(given).map((values) => {
          const other = refilled(given, values)
          return {
            values,
            decision: compile([...other.policies, ...documents], facts, reference).decide(other.request),
          }
        })
  return overMasks(verdict, tried, masks) ?? verdict
}

interface Tried {
  readonly values: Values
  readonly decision: Decision
}

/** The doubtful verdict, where some value of a mask changes the decision; undefined where none does. */
function overMasks(verdict: Verdict, tried: readonly Tried[], masks: readonly Mask[]): Verdict | undefined {
  if (verdict.decision === 'undetermined') return undefined
  const own = standIns(masks)
  const differing = tried.filter(({ decision }) => decision !== verdict.decision)
  // With all values as they are, only the two accounts can make the difference.
  const isApart = differing.some(({ values }) => masks.every(({ text }) => values.get(text) === own.get(text)))
  const deciding = masks.filter(
    ({ text, kind }) =>
      (isApart && kind === 'account') || differing.some(({ values }) => values.get(text) !== own.get(text)),
  )
  return dependingOn(
    verdict,
    deciding.map((mask) => questionOf(mask, { verdict, tried, own })),
    [verdict, ...tried].some(({ decision }) => decision === 'allowed' || decision === 'undetermined'),
  )
}

/**
 * The call is denied either way, but by other documents where accounts that are crossed out differently are one: no document is to blame before that is known.
 * Where a layer lacks the permission in both cases, it leads.
 */
function overAccounts(
  verdict: Verdict,
  tried: readonly (Tried & { readonly verdict: Verdict })[],
  masks: readonly Mask[],
) {
  if (verdict.decision !== 'implicitDeny') return undefined
  const own = standIns(masks)
  const kinds = new Set(verdict.missing.map(({ kind }) => kind))
  const deciding = masks.filter(
    (mask) =>
      isCrossedOut(mask) &&
      tried.some((other) => {
        if (other.verdict.decision !== 'implicitDeny' || other.values.get(mask.text) === own.get(mask.text))
          return false
        return other.verdict.missing.every(({ kind }) => !kinds.has(kind))
      }),
  )
  return dependingOn(
    verdict,
    deciding.map(({ text }) => ({ key: text, outcomes: [] })),
    false,
  )
}

/** Which value of a mask leads where, the others left as they are. */
function questionOf(
  { text }: Mask,
  { verdict, tried, own }: { readonly verdict: Verdict; readonly tried: readonly Tried[]; readonly own: Values },
): Question {
  const alone = tried.filter(({ values }) =>
    [...values].every(([mask, value]) => mask === text || value === own.get(mask)),
  )
  const isOwn = ({ values }: Tried): boolean => values.get(text) === own.get(text)
  // The case counts as one account. With the mask's own stand-in, which is any other account, the decision can be another one.
  const other = (alone.find(isOwn) ?? verdict).decision
  const outcomes = alone.flatMap((each) =>
    each.decision === 'undetermined' || isOwn(each) ? [] : [{ value: each.values.get(text), decision: each.decision }],
  )
  // A mask that changes nothing by itself decides together with the others.
  if (other !== 'undetermined' && outcomes.every(({ decision }) => decision === other))
    return { key: text, outcomes: [] }
  const others = other === 'undetermined' ? [] : [{ value: '(any other value)', decision: other }]
  return { key: text, outcomes: [...outcomes, ...others] }
}

/** The same case with other values in the masks' places. */
function refilled(
  { masks, policies, request, owner }: MaskedCase,
  values: Values,
): Pick<MaskedCase, 'policies' | 'request'> {
  const again = masks.map((mask) => ({ ...mask, text: mask.standIn }))
  const byStandIn = new Map(
    masks.flatMap(({ text, standIn }) => {
      const value = values.get(text)
      return value === undefined ? [] : [[standIn, value] as const]
    }),
  )
  return {
    policies: policies.map((policy) => ({ ...policy, text: fillDocument(policy.text, again, byStandIn).text })),
    request: {
      ...request,
      resourceAccount: owner,
      principal: fillIn(request.principal, again, byStandIn),
      resource: fillIn(request.resource, again, byStandIn),
    },
  }
}
