/** A parsed Amazon Resource Name (ARN). The resource part keeps its own colons and slashes. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** Parses "arn:partition:service:region:account:resource"; undefined if one of the six parts is missing. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined
  const next = text.includes('${') ? nextColon : anyColon
  const a = next(text, 4)
  const b = a < 0 ? a : next(text, a + 1)
  const c = b < 0 ? b : next(text, b + 1)
  const d = c < 0 ? c : next(text, c + 1)
  if (d < 0) return undefined
  return {
    partition: text.slice(4, a),
    service: text.slice(a + 1, b),
    region: text.slice(b + 1, c),
    account: text.slice(c + 1, d),
    resource: text.slice(d + 1),
  }
}

/** Splits a text at its first five colons into six parts, which can contain wildcards; undefined if it has fewer colons. Colons of variables don't count. */
export function splitArn(text: string): readonly [string, string, string, string, string, string] | undefined {
  const next = text.includes('${') ? nextColon : anyColon
  const a = next(text, 0)
  const b = a < 0 ? a : next(text, a + 1)
  const c = b < 0 ? b : next(text, b + 1)
  const d = c < 0 ? c : next(text, c + 1)
  const e = d < 0 ? d : next(text, d + 1)
  if (e < 0) return undefined
  return [
    text.slice(0, a),
    text.slice(a + 1, b),
    text.slice(b + 1, c),
    text.slice(c + 1, d),
    text.slice(d + 1, e),
    text.slice(e + 1),
  ]
}

const anyColon = (text: string, from: number): number => text.indexOf(':', from)

/** The index of the next colon outside a variable such as "${aws:PrincipalAccount}"; negative if there is none. */
function nextColon(text: string, from: number): number {
  const colon = text.indexOf(':', from)
  const variable = text.indexOf('${', from)
  if (variable < 0 || colon < variable) return colon
  const end = text.indexOf('}', variable)
  return end < 0 ? colon : nextColon(text, end + 1)
}

const colon = ':'.charCodeAt(0)

/** The account in an ARN, without parsing the rest; undefined if there's none. */
export function accountIn(arn: string): string | undefined {
  if (!arn.startsWith('arn:')) return undefined
  let at = 'arn:'.length
  for (let colons = 1; colons < 4; at++) {
    if (at === arn.length) return undefined
    if (arn.charCodeAt(at) === colon) colons++
  }
  if (arn.charCodeAt(at + 12) !== colon) return undefined
  const account = arn.slice(at, at + 12)
  return isAccountId(account) ? account : undefined
}

/** "123456789012", 12 digits. */
export function isAccountId(text: string): boolean {
  if (text.length !== 12) return false
  for (let i = 0; i < 12; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return false
  }
  return true
}
