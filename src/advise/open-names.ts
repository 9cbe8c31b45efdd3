import { isFactName, readOf } from '../evaluate/index.ts'
import { isSymbolName } from '../iam/index.ts'
import { isUnread } from './settle.ts'
import type { Evaluated } from './situation.ts'

/** Is it a name in a document of the case, such as "${var.bucket}"? A mask hides something that the reader knows. */
export const isWritten = (name: string, policies: Evaluated['policies']): boolean =>
  isSymbolName(name) && policies.some(({ text }) => text.includes(`\${${name}`))

const isOpenName = (name: string): boolean => isSymbolName(name) && !isFactName(name)

/** The names without a value that decide by themselves: not those that only a condition on an unknown key is compared with. */
export const openNames = ({ verdict: { missingContext }, policies }: Evaluated): readonly string[] => {
  const names = missingContext.filter(isOpenName)
  const isCompared = (name: string): boolean =>
    missingContext.some((key) => !isOpenName(key) && valuesOf(policies, key).some((raw) => raw.includes(name)))
  return names.every(isCompared) ? [] : names
}

/** The keys of the request that the answer depends on; with the open names, if these decide by themselves. */
export const keysOf = (situation: Evaluated): readonly string[] =>
  openNames(situation).length > 0
    ? situation.verdict.missingContext
    : situation.verdict.missingContext.filter((key) => !isOpenName(key))

/** Are all of the names masks, which hide what the reader knows? */
export const isMasked = (names: readonly string[], policies: Evaluated['policies']): boolean =>
  names.every((name) => isOpenName(name) && !isUnread(name) && !isWritten(name, policies))

/** Does the name mean a principal, not a resource? */
export const isOfPrincipal = (name: string, policies: Evaluated['policies']): boolean =>
  policies
    .flatMap((policy) => readOf(policy).policy.statements)
    .some(({ principal }) => principal?.items.some(({ value }) => value.raw.includes(`\${${name}`)))

/** What the documents compare a key with. */
export const valuesOf = (policies: Evaluated['policies'], key: string): readonly string[] =>
  conditionsOn(policies, key).flatMap(({ values }) => values.map(({ value }) => value.raw))

const conditionsOn = (policies: Evaluated['policies'], key: string) =>
  policies
    .flatMap((policy) => readOf(policy).policy.statements)
    .flatMap(({ conditions }) => conditions)
    .filter((condition) => condition.key.value.toLowerCase() === key.toLowerCase())
