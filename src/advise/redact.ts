import type { PolicyHolder } from '../denial/index.ts'
import type { Case } from './diagnosis.ts'
import { createIdentifiers } from './redact/identifiers.ts'
import { createNames } from './redact/names.ts'
import { createPlaceholders } from './redact/placeholders.ts'

export interface RedactOptions {
  /** True: names of S3 buckets are replaced, too. */
  readonly buckets: boolean
}

/** Replaces identifying text. Use one redactor per export. */
export interface Redactor {
  /** Any text: a log, a policy, a report. */
  text(text: string): string
  /** A text that is one value: an ARN, a name, a condition value. */
  value(text: string): string
  /** A case with all its texts; the decision stays the same. */
  case(given: Case): Case
}

/**
 * Learns the names in all texts of an export, then replaces them in each: the same name gets the same placeholder everywhere, and different ones
 * never share one. Relations between addresses and between names and patterns stay, so every decision stays. Takes linear time.
 */
export function createRedactor(texts: readonly string[], options: RedactOptions): Redactor {
  const placeholders = createPlaceholders(texts)
  const identifiers = createIdentifiers(placeholders)
  const names = createNames(texts, placeholders, options)
  const text = (given: string): string => names.text(identifiers(given))
  const value = (given: string): string => names.value(identifiers(given))
  return { text, value, case: (given) => redactCase(given, { text, value }) }
}

/** All texts of a case: what a redactor has to know before it starts. */
export function textsOf({ paste, policies, principal, resource, resourceAccount, context }: Case): readonly string[] {
  const values = Object.entries(context ?? {}).flatMap(([key, given]) => {
    const list = Array.isArray(given) ? given : [given]
    // Written as a field, so that a name in it is recognized.
    return list.map((each) => `"${key}": "${String(each)}"`)
  })
  return [
    paste,
    ...policies.flatMap((policy) => [policy.name, policy.target ?? '', policy.because ?? '', policy.text]),
    ...policies.flatMap(({ holders = [] }) => holders.map(({ name = '' }) => `"RoleName": "${name}"`)),
    principal ?? '',
    resource ?? '',
    resourceAccount ?? '',
    ...values,
  ]
}

const changedHolder = ({ is, name, label }: PolicyHolder, change: (text: string) => string): PolicyHolder => ({
  is,
  ...(name === undefined ? {} : { name: change(name) }),
  ...(label === undefined ? {} : { label: change(label) }),
})

function redactCase(given: Case, { text, value }: Pick<Redactor, 'text' | 'value'>): Case {
  const { principal, resource, resourceAccount, context } = given
  const changed = <Value>(each: Value): Value | string => (typeof each === 'string' ? value(each) : each)
  return {
    ...given,
    paste: text(given.paste),
    policies: given.policies.map((policy) => ({
      ...policy,
      name: text(policy.name),
      ...(policy.target === undefined ? {} : { target: text(policy.target) }),
      ...(policy.because === undefined ? {} : { because: text(policy.because) }),
      ...(policy.holders === undefined
        ? {}
        : { holders: policy.holders.map((holder) => changedHolder(holder, value)) }),
      text: text(policy.text),
      // It names users and groups, and the text of a share doesn't need it.
      reach: undefined,
      source: undefined,
    })),
    ...(principal === undefined ? {} : { principal: value(principal) }),
    ...(resource === undefined ? {} : { resource: value(resource) }),
    ...(resourceAccount === undefined ? {} : { resourceAccount: value(resourceAccount) }),
    ...(context
      ? {
          context: Object.fromEntries(
            Object.entries(context).map(([key, values]) => [
              text(key),
              typeof values === 'object' && values !== null ? values.map(changed) : changed(values),
            ]),
          ),
        }
      : {}),
  }
}
