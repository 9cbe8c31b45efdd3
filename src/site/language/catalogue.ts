// Everything that the pages of operators and keys show, from the tables of the language.
import { type Operator, operatorNames, readOperator } from '../../iam/index.ts'
import { type GlobalKey, globalKeys, type KeyType } from '../../reference/index.ts'
import {
  globalKeyWords,
  type KeyWords,
  type OperatorWords,
  operatorParts,
  operatorPartWords,
  operatorWords,
  policyElementWords,
} from '../../words/index.ts'
import { decideCondition, type Trial, type TrialAnswer } from './decide-condition.ts'
import { keySamples } from './key-samples.ts'
import { operatorSamples } from './operator-samples.ts'

/** A request with its decisions: with the condition in an Allow, and in a Deny. */
export interface DecidedRow {
  /** Undefined: the request doesn't carry the key. */
  readonly actual: readonly string[] | undefined
  readonly allow: TrialAnswer
  readonly deny: TrialAnswer
}

/** A trial that the reader can change, and what it shows at first. */
export interface Shown {
  readonly first: Trial
  readonly rows: readonly DecidedRow[]
  /** The operators to choose from. */
  readonly operators: readonly string[]
}

/** The elements of a policy, in the order in which AWS writes them. */
export const policyElementNames: readonly string[] = [...policyElementWords().keys()]

export interface KeyEntry {
  readonly key: GlobalKey
  readonly words: KeyWords
  readonly shown: Shown
}

export interface OperatorEntry {
  readonly name: string
  /** Undefined for a part of a name, such as IfExists. */
  readonly operator: Operator | undefined
  readonly words: OperatorWords
  readonly shown: Shown
}

type Base = Omit<Trial, 'actual' | 'effect'>

function decided(base: Base, requests: readonly (readonly string[] | undefined)[]): readonly DecidedRow[] {
  return requests.map((actual) => ({
    actual,
    allow: decideCondition({ ...base, actual, effect: 'Allow' }),
    deny: decideCondition({ ...base, actual, effect: 'Deny' }),
  }))
}

const shown = (
  base: Base,
  requests: readonly (readonly string[] | undefined)[],
  operators: readonly string[],
): Shown => ({
  first: { ...base, effect: base.scene === 'root' ? 'Deny' : 'Allow', actual: requests[0] },
  rows: decided(base, requests),
  operators,
})

/** Every global condition key that AWS explains. */
export const keyCatalogue = (): readonly KeyEntry[] =>
  globalKeys.flatMap((key) => {
    const words = globalKeyWords(key.name)
    const sample = keySamples.get(key.name)
    if (!words) return []
    if (!sample) throw new Error(`${key.name} has words, and no example`)
    const { scene, operator, wanted, fits, other, key: name = key.name } = sample
    const base = { scene, operator, key: name, wanted, multivalued: key.multivalued }
    const requests = [fits, other, ...(words.absent === undefined ? [] : [undefined])]
    return [{ key, words, shown: shown(base, requests, operatorsFor(key)) }]
  })

/** Every operator, and every part of an operator's name. */
export const operatorCatalogue = (): readonly OperatorEntry[] =>
  [...operatorNames, ...operatorParts].map((name) => {
    const sample = operatorSamples.get(name)
    if (!sample) throw new Error(`${name} has no example`)
    const { requests, ...base } = sample
    const operator = readOperator(name)
    return { name, operator, words: wordsOf(name), shown: shown(base, requests, variantsOf(base.operator)) }
  })

function wordsOf(name: string): OperatorWords {
  const operator = readOperator(name)
  if (operator) return operatorWords(operator)
  const part = operatorParts.find((each) => each === name)
  if (!part) throw new Error(`${name} is neither an operator nor a part of one`)
  return operatorPartWords(part)
}

const comparisonsFor: Readonly<Record<KeyType, readonly Operator['comparison'][]>> = {
  string: ['string', 'string-ignore-case', 'string-like', 'null'],
  arn: ['arn', 'string-like', 'null'],
  bool: ['bool', 'null'],
  numeric: ['numeric', 'null'],
  date: ['date', 'null'],
  ip: ['ip', 'null'],
}

/** The operators that suit a key. */
function operatorsFor({ type, multivalued }: GlobalKey): readonly string[] {
  const names = operatorNames.filter((name) => {
    const comparison = readOperator(name)?.comparison
    return comparison !== undefined && comparisonsFor[type].includes(comparison)
  })
  return names.flatMap((name) => {
    if (name === 'Null') return [name]
    return multivalued ? [`ForAnyValue:${name}`, `ForAllValues:${name}`, name] : [name, `${name}IfExists`]
  })
}

/** An operator with and without the parts that can be added to its name. */
function variantsOf(operator: string): readonly string[] {
  const name = readOperator(operator)?.name ?? operator
  if (name === 'Null') return [name]
  return [name, `${name}IfExists`, `ForAnyValue:${name}`, `ForAllValues:${name}`]
}
