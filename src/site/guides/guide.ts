import { compile, type Decision, type PolicyInput, type Request } from '../../evaluate/index.ts'
import type { PolicyType } from '../../iam/index.ts'

/** One question of a guide. */
export interface Field {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** Choices; without them it is a text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly initial: string
  /** What is wrong with a text, in one sentence. */
  readonly complaint?: (value: string) => string | undefined
  /** Asked only where the other answers make it matter. */
  readonly when?: (answers: Answers) => boolean
}

/** What the reader answered, by the field's id. */
export type Answers = ReadonlyMap<string, string>

/** One document that the guide writes. */
export interface Written {
  readonly title: string
  readonly policyType: PolicyType
  readonly text: string
  /** Where it goes, and how. */
  readonly where: string
  readonly command?: string
}

/** A task that a caller can or can't do; the evaluator proves it. */
export interface Probe {
  readonly who: string
  readonly what: string
  readonly request: Request
  readonly wanted: 'allowed' | 'denied'
  /** Other policies that apply to this caller, in addition to those that the guide writes. */
  readonly otherPolicies?: readonly PolicyInput[]
}

/** What a guide makes of the answers. */
export interface Plan {
  readonly documents: readonly Written[]
  readonly probes: readonly Probe[]
  /** Steps that policies can't do. */
  readonly also: readonly string[]
}

export interface Guide {
  readonly id: string
  readonly title: string
  readonly intro: string
  readonly article: string
  readonly fields: readonly Field[]
  plan(answers: Answers): Plan
}

/** The answer to a field, or what it begins with. */
export const answerTo = (answers: Answers, field: Field): string => answers.get(field.id) ?? field.initial

/** The questions that matter for these answers, and what is wrong with the answers. */
export function openFields(
  guide: Guide,
  answers: Answers,
): readonly { readonly field: Field; readonly problem: string | undefined }[] {
  return guide.fields
    .filter(({ when }) => when?.(answers) ?? true)
    .map((field) => ({ field, problem: field.complaint?.(answerTo(answers, field).trim()) }))
}

/** A probe, decided with what the guide writes. */
export interface Proved extends Probe {
  readonly decision: Decision
  readonly holds: boolean
}

/** Asks the evaluator every probe. */
export function prove({ documents, probes }: Plan): readonly Proved[] {
  const policies = documents.map(({ policyType: type, title: name, text }) => ({ type, name, text }))
  return probes.map((probe) => {
    const decision = compile([...policies, ...(probe.otherPolicies ?? [])]).decide(probe.request)
    return { ...probe, decision, holds: (decision === 'allowed') === (probe.wanted === 'allowed') }
  })
}

/** A policy of statements, as people paste it. */
export const document = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** A complaint about a text that is not of this form. */
export const mustMatch =
  (form: RegExp, complaint: string) =>
  (value: string): string | undefined =>
    form.test(value) ? undefined : complaint
