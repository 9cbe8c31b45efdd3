import { readJson } from '../../../text/index.ts'
import { messagesOf } from '../../../words/index.ts'
import { claimKey } from '../condition-keys.ts'
import { neededClaims } from '../conditions.ts'
import type { Examined, TrustCheck } from '../finding.ts'
import { trustedIn } from '../providers.ts'

const told = messagesOf('trust/checks/both-providers', {
  both: 'One statement asks for claims of two providers, and each token has those of one',
  bothText:
    'It trusts `{{host}}` and `{{other}}`, and its conditions ask for claims of both. All conditions of a statement must be met, so it lets no token in.',
  split: 'Write one statement for each provider, with the conditions on that provider’s claims.',
})

/** Names of other providers that the same statement trusts, where its conditions ask for their claims. */
export function othersAskedFor(examined: Pick<Examined, 'statement' | 'provider'>): readonly string[] {
  const asked = new Set(neededClaims(examined).map(({ key: { before } }) => before.toLowerCase()))
  return trustedIn(examined.statement)
    .map(({ host }) => host)
    .filter((host) => host !== examined.provider.host && asked.has(host.toLowerCase()))
}

/**
 * Conditions on claims of two providers in one statement: they're combined with AND.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export const bothProviders: TrustCheck = (examined) => {
  const { statement, provider } = examined
  const [other] = othersAskedFor(examined)
  if (other === undefined) return []
  const split = splitText(examined)
  return [
    {
      code: 'both-providers',
      certain: true,
      title: told('both'),
      text: told('bothText', { host: provider.host, other }),
      span: statement.principal?.span ?? provider.entry.span,
      changes: split === undefined ? [] : [{ span: statement.span, insert: inPlace(examined, split) }],
      change: told('split'),
      ...(split === undefined ? {} : { statement: split.join(',\n') }),
    },
  ]
}

/** The statements in the place of the one that was there: indented like it, and in a list if it had none around it. */
function inPlace({ text, statement: { span } }: Examined, statements: readonly string[]): string {
  const line = text.lastIndexOf('\n', span.from - 1) + 1
  const indent = /^[ \t]*/.exec(text.slice(line, span.from))?.[0] ?? ''
  const joined = statements.join(',\n').replaceAll('\n', `\n${indent}`)
  return /:\s*$/.test(text.slice(line, span.from)) ? `[${joined}]` : joined
}

/** The statement once for each provider, without the conditions on the others' claims; undefined where it isn't JSON or trusts someone else as well. */
function splitText({ text, statement }: Examined): readonly string[] | undefined {
  const written = text.slice(statement.span.from, statement.span.to)
  const providers = trustedIn(statement)
  const isMore = providers.length !== statement.principal?.items.length
  if (isMore || readJson(written).problems.length > 0) return undefined
  const { Sid: sid, Condition: condition, ...rest }: Readonly<Record<string, unknown>> = JSON.parse(written)
  const hosts = new Set(providers.map(({ host }) => host.toLowerCase()))
  return providers.map(({ raw, host, kind }, i) => {
    const isOwn = (key: string): boolean => {
      const { before } = claimKey(key, { kind, host })
      return before.toLowerCase() === host.toLowerCase() || !hosts.has(before.toLowerCase())
    }
    const own = conditionOf(condition, isOwn)

    const named = typeof sid === 'string' && sid !== '' ? { Sid: i === 0 ? sid : `${sid}${i + 1}` } : {}
    return JSON.stringify({ ...named, ...rest, Principal: { Federated: raw }, Condition: own }, null, 2)
  })
}

/** The blocks of a Condition with the keys that stay. */
function conditionOf(condition: unknown, stays: (key: string) => boolean): object {
  const blocks = Object.entries(condition ?? {}).map(([operator, block]): readonly [string, object] => [
    operator,
    Object.fromEntries(Object.entries(block as object).filter(([key]) => stays(key))),
  ])
  return Object.fromEntries(blocks.filter(([, block]) => Object.keys(block).length > 0))
}
