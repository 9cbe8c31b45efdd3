import {
  type ActionPattern,
  type Caller,
  coversAction,
  fillIn,
  globMatch,
  globText,
  type Pattern,
  type PrincipalPattern,
  readAction,
  readOperator,
  readPattern,
  readPrincipal,
  type Statement,
} from '../iam/index.ts'
import { answerOf } from './answer.ts'
import { type Context, resolveIn } from './context.ts'
import type { Answer } from './verdict.ts'

// An Effect, and entries of Action and Principal, whose values a document leaves open, such as Terraform's "${var.actions}": what they say depends on the value.

type OpenAction = Extract<ActionPattern, { kind: 'open' }>
type OpenPrincipal = Extract<PrincipalPattern, { kind: 'open' }>

/**
 * A statement whose document leaves the effect open, as one that allows and one that denies: each applies only while the name has its effect as its
 * value. Any other statement is itself.
 */
export function withEachEffect(statement: Statement): readonly Statement[] {
  const { openEffect, conditions, path } = statement
  if (!openEffect) return [statement]
  const { value: name, span } = openEffect
  return (['Allow', 'Deny'] as const).map((effect) => ({
    ...statement,
    effect: { value: effect, span },
    effective: true,
    conditions: [
      ...conditions,
      {
        path: `${path}/Effect`,
        span,
        operator: { value: readOperator('StringEquals'), span, written: 'StringEquals' },
        key: { value: name, span },
        values: [{ value: { json: 'string', raw: effect, pattern: readPattern(effect, false) }, span }],
      },
    ],
  }))
}

/** Can the entry match this action, whatever its values are? Both sides of the colon in lower case. */
export const mayCoverAction = ({ whole }: OpenAction, service: string, actionName: string): boolean => {
  const filled = fillIn(whole, () => ({ is: 'unknown' }))
  return filled.is === 'unknown' && globMatch(filled.widest, `${service}:${actionName}`)
}

/** Does the entry match this action in a context that might give its values? */
export function coversOpenAction(
  open: OpenAction,
  {
    service,
    actionName,
    context,
  }: { readonly service: string; readonly actionName: string; readonly context: Context },
): Answer {
  const filled = fillIn(open.whole, resolveIn(context))
  if (filled.is !== 'glob') return mayCoverAction(open, service, actionName) ? 'unknown' : 'no'
  return answerOf(coversAction(readAction(globText(filled.glob).toLowerCase()), service, actionName))
}

/** The entry with the values that a context gives; undefined while one of them is unknown. */
export function filledPrincipal({ key, whole }: OpenPrincipal, context: Context): PrincipalPattern | undefined {
  const filled = fillIn(whole, resolveIn(context))
  if (filled.is !== 'glob') return undefined
  const text = globText(filled.glob)
  return readPrincipal(key ?? keyOf(text), text)
}

/** The key that a principal stands under, by its form: what a whole Principal element was left open for. */
function keyOf(text: string): string {
  if (/^arn:[\w-]+:iam::\d{12}:(?:oidc|saml)-provider\//.test(text)) return 'Federated'
  return /\.amazonaws\.com(?:\.cn)?$/.test(text) ? 'Service' : 'AWS'
}

/** Can someone of the caller's kind stand under the entry's key? An account's identities stand under AWS, and a service never does. */
export function mayCoverCaller({ key }: OpenPrincipal, { kind }: Caller): boolean {
  if (key === 'Service') return kind === 'service'
  if (key === 'Federated') return kind === 'identity-provider'
  return key !== 'AWS' || (kind !== 'service' && kind !== 'identity-provider')
}

/** The texts by which a principal can name a caller, the narrowest first. */
export function callerNames({ kind, arn, account, partition, name }: Caller): readonly string[] {
  if (account === undefined || kind === 'identity-provider') return [arn]
  const role = kind === 'role-session' ? [`arn:${partition}:iam::${account}:role/${name}`] : []
  return [...role, arn, `arn:${partition}:iam::${account}:root`, account]
}

/**
 * The values that a pattern's variables need for the pattern to equal a text: each goes up to the first place where the text after it stands. None if
 * the text can't be cut that way.
 */
export function valuesFor({ parts }: Pattern, text: string): readonly string[] {
  const values: string[] = []
  let at = 0
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'literal') {
      if (!text.slice(at).toLowerCase().startsWith(part.text.toLowerCase())) return []
      at += part.text.length
      continue
    }
    if (part.kind !== 'variable') return values
    const next = parts[i + 1]
    const end = next?.kind === 'literal' ? text.toLowerCase().indexOf(next.text.toLowerCase(), at) : text.length
    if (end < 0) return []
    values.push(text.slice(at, end))
    at = end
  }
  return values
}
