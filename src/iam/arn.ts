/** An Amazon Resource Name, taken apart. The resource part keeps its own colons and slashes. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** Takes "arn:partition:service:region:account:resource" apart; undefined where one of the six parts is missing. */
export function parseArn(text: string): Arn | undefined {
  const parts = splitArn(text)
  if (parts?.[0] !== 'arn') return undefined
  const [, partition, service, region, account, resource] = parts
  return { partition, service, region, account, resource }
}

/** The six parts of a text cut at its first five colons, wildcards and all; undefined where it has fewer. The colon of a variable cuts nothing. */
export function splitArn(text: string): readonly [string, string, string, string, string, string] | undefined {
  const cuts: number[] = []
  const next = text.includes('${') ? nextColon : anyColon
  for (let at = next(text, 0); at >= 0 && cuts.length < 5; at = next(text, at + 1)) cuts.push(at)
  const [a, b, c, d, e] = cuts
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) return undefined
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

/** The next colon outside a variable such as "${aws:PrincipalAccount}"; below zero where there is none. */
function nextColon(text: string, from: number): number {
  const colon = text.indexOf(':', from)
  const variable = text.indexOf('${', from)
  if (variable < 0 || colon < variable) return colon
  const end = text.indexOf('}', variable)
  return end < 0 ? colon : nextColon(text, end + 1)
}

/** The account in an ARN, without taking the rest apart; undefined where there's none. */
export function accountIn(arn: string): string | undefined {
  if (!arn.startsWith('arn:')) return undefined
  let at = -1
  for (let i = 0; i < 4; i++) {
    at = arn.indexOf(':', at + 1)
    if (at < 0) return undefined
  }
  const account = arn.slice(at + 1, at + 13)
  return arn[at + 13] === ':' && isAccountId(account) ? account : undefined
}

/** "123456789012", 12 digits. */
export const isAccountId = (text: string): boolean => /^\d{12}$/.test(text)
