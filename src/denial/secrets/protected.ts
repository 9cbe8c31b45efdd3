// The places in a text that say what was denied. Nothing in them is ever blanked, so blanking can't change an answer.
import type { Span } from '../../text/index.ts'

/** An ARN in quotes, which may hold blanks; an ARN; the path of an AWS URL; an S3 URI without credentials. */
const address =
  /(?<=")arn:aws[^"\r\n]{1,2048}(?=")|arn(?::|%3A)aws[a-z-]{0,20}(?::|%3A)[^\s"'<>\\,;|`&]{1,2048}|\bhttps?:\/\/[\w.-]{1,200}\.amazonaws\.com(?:\.cn)?(?::\d{1,5})?(?:\/[^\s?#"'<>\\]{0,2048})?|\bs3:\/\/(?!(?:AKIA|ASIA)[A-Z2-7]{16}:)[^\s"'<>\\]{1,2048}/g

/** A name and what follows it: `"Resource": `, `roleName=`, `on resource: `, `--role-name `. */
const named =
  /(?<![\w:/.@-])(?:--)?([A-Za-z_][\w:/.@-]{1,120})(["'\\]{0,6})(?:\s{0,3}[:=]\s{0,3}|(?<=^|\s--[a-z-]{2,40})[ =])/g

/** Elements of a policy that decide. A Sid isn't among them. */
const elements = new Set(
  'action notaction resource notresource principal notprincipal aws service federated canonicaluser effect version'.split(
    ' ',
  ),
)
/** Words that stand before the caller, the action, and the resource in messages and events. */
const subjects = new Set('resource user perform principal policy action bucket role'.split(' '))
const quotedSubjects = new Set([
  ...subjects,
  'key',
  'object',
  'id',
  'resources',
  'sub',
  'target',
  'table',
  'queue',
  'topic',
])
const endsLikeAName =
  /.(?:name|names|arn|arns|prefix|path|bucket|resource|resources|uri|type|region|source|operation|alias)$|.[-_]?id$/
/** Names of credentials and the Sid, whatever they end in. */
const notAName = /^sid$|access_?-?key|key_?-?id|secret|token|passw|credential|cookie|auth|session_?-?id/

/** An access key ID, which Terraform and others write as the "id" of something. */
const keyId = /^(?:\\*["'])?(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/

/** One element of a list of strings, with its comma. */
const listElement = /\s*(\\*)"[^"\r\n]{0,4096}"\s*,?/y
const quoted = /\\*"[^"\r\n]{0,4096}"|\\*'[^'\r\n]{0,4096}'/y
const bare = /[^\s"'\\,;|<>&]{1,2048}/y

/** Spans in which nothing is a secret, in order and without overlap: ARNs, AWS addresses, policy elements, and values whose name says that they are something else. Linear. */
export function protectedSpans(text: string): readonly Span[] {
  const spans: Span[] = [...text.matchAll(address)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }))
  let end = 0
  for (const match of text.matchAll(named)) {
    const from = match.index + match[0].length
    if (from < end) continue
    const to = valueEnd(text, from, { name: match[1] ?? '', isQuoted: match[2] !== '' })
    if (to === undefined) continue
    spans.push({ from, to })
    end = to
  }
  return merged(spans)
}

interface Named {
  readonly name: string
  readonly isQuoted: boolean
}

/** Where the value of a name ends, if the name says that the value isn’t a secret. */
function valueEnd(text: string, from: number, { name, isQuoted }: Named): number | undefined {
  const small = name.toLowerCase()
  const isElement = isQuoted && (elements.has(small) || small.includes(':'))
  if (isElement && text[from] === '[') return endOfList(text, from)
  const says =
    isElement ||
    (isQuoted ? quotedSubjects : subjects).has(small) ||
    (endsLikeAName.test(small) && !notAName.test(small))
  if (!says) return undefined
  for (const pattern of [quoted, bare]) {
    pattern.lastIndex = from
    const [value] = pattern.exec(text) ?? []
    if (value !== undefined && !isElement && /id$/.test(small) && keyId.test(value)) return undefined
    if (value !== undefined) return isElement || !/\s|:\/\//.test(value) ? from + value.length : undefined
  }
  return undefined
}

function endOfList(text: string, from: number): number {
  let end = from + 1
  for (;;) {
    listElement.lastIndex = end
    if (!listElement.test(text)) return end
    end = listElement.lastIndex
  }
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}
