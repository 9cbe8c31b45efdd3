import type { Case } from './diagnosis.ts'

/** What tells who somebody is, and what takes its place. The same text always becomes the same stand-in, so what belonged together still does. */
const kinds: readonly {
  readonly pattern: RegExp
  /** `number` counts the different texts of this kind from 1. */
  readonly standIn: (number: number, text: string) => string
}[] = [
  { pattern: /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b/g, standIn: (n) => `person-${n}@example.com` },
  { pattern: /(?<![\w.-])\d{12}(?![\w.-]|\d)/g, standIn: (n) => String(100_000_000_000 + n) },
  // The network only: what is behind it stays, so ranges still hold the same addresses. Private ones tell nobody where.
  {
    pattern:
      /(?<![\d.])(?!0\.|10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)\d{1,3}\.\d{1,3}(?=\.\d{1,3}\.\d{1,3}(?![\d.]))/g,
    standIn: (n) => `100.${64 + (n % 64)}`,
  },
  {
    pattern: /\b(?:o|ou|r|p)-[a-z0-9]{4,32}(?:-[a-z0-9]{8,32})?\b/g,
    standIn: (n, text) => `${text.slice(0, text.indexOf('-'))}-example${n}`,
  },
  {
    pattern: /\b(?:AROA|AIDA|AGPA|ANPA)[A-Z0-9]{12,24}\b/g,
    standIn: (n, text) => `${text.slice(0, 4)}EXAMPLE${String(n).padStart(9, '0')}`,
  },
  {
    pattern: /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi,
    standIn: (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  },
]

/** Names of users, roles and sessions as ARNs hold them; names with wildcards and those that AWS gives are kept. */
const names =
  /(?<=:(?:user|role|group|federated-user|assumed-role)\/)(?!aws-service-role\/|aws-reserved\/|AWSServiceRole|AWSReservedSSO_)[\w+=,.@/-]{1,300}(?![\w+=,.@/*?$-])/g

/** A name in running text ends before the stop or the comma of its sentence. */
const withoutStop = (name: string): string => name.replace(/[.,]{1,9}$/, '')

/** Replaces what tells who somebody is, the same everywhere. One redactor for one case. */
export function createRedactor(): (text: string) => string {
  const known = new Map<string, string>()
  const counts = new Map<object, number>()
  const remember = (kind: object, text: string, standIn: (number: number) => string): string => {
    const before = known.get(text)
    if (before !== undefined) return before
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    known.set(text, standIn(number))
    return standIn(number)
  }
  const name = (text: string): string => {
    const bare = withoutStop(text)
    const parts = bare.split('/').map((part) => remember(names, part, (number) => `name-${number}`))
    return parts.join('/') + text.slice(bare.length)
  }
  return (text) =>
    kinds.reduce(
      (redacted, kind) =>
        redacted.replace(kind.pattern, (found) => remember(kind, found, (n) => kind.standIn(n, found))),
      text.replace(names, name),
    )
}

/** A word of running text: a name, or a part of one. */
const word = /[\w+=@-]+(?:\.[\w+=@-]+)*/g

/** The same for a report: there the names also stand without their ARN, as in “the user mary”. What a colon follows is a service's prefix. */
export function redactReport(report: string): string {
  const redact = createRedactor()
  const text = redact(report)
  const standIns = new Map(
    [...report.matchAll(names)]
      .flatMap(([name]) => withoutStop(name).split('/'))
      .map((name) => [name, redactedName(redact, name)]),
  )
  return text.replace(word, (found, at: number) =>
    text[at + found.length] === ':' ? found : (standIns.get(found) ?? found),
  )
}

/** The stand-in that a name has already. */
const redactedName = (redact: (text: string) => string, name: string): string =>
  redact(`:user/${name}`).slice(':user/'.length)

/** The whole case without account numbers, addresses, and the names of people and roles; relations stay, so the answer does too. */
export function redactCase(given: Case): Case {
  const redact = createRedactor()
  const { principal, resource, resourceAccount, context } = given
  const value = <Value>(each: Value): Value | string => (typeof each === 'string' ? redact(each) : each)
  return {
    ...given,
    paste: redact(given.paste),
    policies: given.policies.map((policy) => ({
      ...policy,
      name: redact(policy.name),
      target: policy.target === undefined ? undefined : redact(policy.target),
      text: redact(policy.text),
    })),
    ...(principal === undefined ? {} : { principal: redact(principal) }),
    ...(resource === undefined ? {} : { resource: redact(resource) }),
    ...(resourceAccount === undefined ? {} : { resourceAccount: redact(resourceAccount) }),
    ...(context
      ? {
          context: Object.fromEntries(
            Object.entries(context).map(([key, values]) => [
              key,
              typeof values === 'object' && values !== null ? values.map(value) : value(values),
            ]),
          ),
        }
      : {}),
  }
}
