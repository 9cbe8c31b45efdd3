import {
  type Case,
  type Diagnosis,
  diagnose as diagnoseCase,
  furtherServices,
  type GivenPolicy,
  type Opens,
  opensOf,
  readGivenPolicies,
  sortReading,
} from '../advise/index.ts'
import {
  type DenialAnswer,
  doubtsOf,
  findSecrets,
  type Reading,
  readAll,
  type Secret,
  toAnswer,
} from '../denial/index.ts'
import { loadReference } from '../hosting/load-reference.ts'
import { documentTypes, type PolicyType } from '../iam/index.ts'
import { requiredServices } from '../reference/index.ts'
import { blankCase } from '../session/blank-secrets.ts'
import { languagesFor } from '../session/languages.ts'
import { contextValue, facts, policyType, z } from './schemas.ts'

/** A policy next to a paste: its text, or the parsed document. */
export interface CasePolicy {
  readonly name?: string | undefined
  /** Otherwise guessed from the content. */
  readonly type?: PolicyType | undefined
  /** The root, OU, account, or resource that it is attached to. */
  readonly target?: string | undefined
  readonly text?: string | undefined
  readonly document?: unknown
}

/** A pasted error and everything that is known about it. */
export interface DiagnoseInput extends Omit<Partial<Case>, 'policies'> {
  readonly policies?: readonly CasePolicy[] | undefined
}

/** The cause, the steps, the fixes with their proofs, and what each of them opens. */
export interface DiagnoseAnswer extends Omit<Diagnosis, 'cause' | 'denial' | 'secrets'> {
  readonly cause: Omit<Diagnosis['cause'], 'forOthers'>
  readonly denial: DenialAnswer & ReturnType<typeof doubtsOf>
  /** What each fix allows that wasn't allowed before, in the order of `fixes`; null where it isn't known. */
  readonly opens: readonly (Opens | null)[]
  readonly secrets: readonly Secret[]
}

const casePolicy = z
  .strictObject({
    name: z.string().default('Policy'),
    // A list of grants says itself what it is: it's moved to the paste, where it counts.
    type: z.union([policyType, z.enum(documentTypes).transform(() => undefined)]).optional(),
    target: z.string().optional(),
    text: z.string().optional(),
    document: z.unknown().optional(),
  })
  .transform(({ text, document, ...policy }, ctx) => {
    // Some tools write a document as a string, with escapes.
    const written = text ?? (typeof document === 'string' ? document : undefined)
    if (written !== undefined) return { ...policy, text: written }
    if (typeof document === 'object' && document !== null) return { ...policy, text: JSON.stringify(document, null, 2) }
    ctx.addIssue(
      document === undefined
        ? { code: 'custom', message: 'a policy needs a text or a document' }
        : { code: 'invalid_type', expected: 'object', input: document, path: ['document'] },
    )
    return z.NEVER
  })

export const caseInput = z.strictObject({
  paste: z.string().default(''),
  which: z.number().int().nonnegative().optional(),
  policies: z.array(casePolicy).default([]),
  principal: z.string().optional(),
  action: z.string().optional(),
  resource: z.string().optional(),
  resourceAccount: z.string().optional(),
  context: z.record(z.string(), contextValue).optional(),
  facts: facts.strict().optional(),
})

/** The names of a case's fields. */
export const caseFields: readonly string[] = Object.keys(caseInput.shape)

/** A diagnosis with everything that was said on the way to it. */
export interface Diagnosed {
  readonly diagnosis: Diagnosis
  readonly opens: readonly (Opens | undefined)[]
  readonly secrets: readonly Secret[]
  /** Sentences about the documents that were found in the paste. */
  readonly notices: readonly string[]
  /** Commands of the AWS CLI that print what the paste only names. */
  readonly commands: readonly string[]
}

/** Reads a case and diagnoses it, with the data of the services that it names. */
export async function diagnoseInput(input: Case): Promise<Diagnosed> {
  // The answer quotes policies and messages: it must not repeat a secret from them.
  const clean = blankCase(input).given
  const languages = await languagesFor([clean.paste, ...clean.policies.map(({ text }) => text)])
  const read = readGivenPolicies(clean, languages)
  const reading = readAll(read?.given.paste ?? clean.paste, languages)
  const sorted = sortReading(read?.given ?? clean, reading)
  const given = sorted?.given ?? read?.given ?? clean
  // The documents are taken out: places in what is left are places in the rest.
  const { diagnosis, opens } = await withData(given, { ...reading, text: reading.rest })
  return {
    diagnosis,
    opens,
    secrets: findSecrets(input.paste),
    notices: [...(read?.notices ?? []), ...(sorted?.notices ?? [])],
    commands: sorted?.commands ?? [],
  }
}

/** With the data of the services that the case names, then of those that the answer names; and what each fix opens. */
async function withData(given: Case, reading: Reading): Promise<Pick<Diagnosed, 'diagnosis' | 'opens'>> {
  const named = requiredServices([given.paste, given.action ?? '', ...given.policies.map(({ text }) => text)])
  const first = await loadReference(named)
  const withAction = await loadReference([
    ...named,
    ...furtherServices(given, diagnoseCase(given, first, reading), first),
  ])
  const further = furtherServices(given, diagnoseCase(given, withAction, reading), withAction)
  const reference = await loadReference([...withAction.services.keys(), ...further])
  const diagnosis = diagnoseCase(given, reference, reading)
  return { diagnosis, opens: opensOf(given, diagnosis, reference) }
}

/** A diagnosis as JSON has it. */
export function diagnoseAnswer({ diagnosis, opens, secrets }: Diagnosed): DiagnoseAnswer {
  // The cause in the words of a message is what `requestText` needs.
  const { forOthers: _, ...cause } = diagnosis.cause
  return {
    ...diagnosis,
    cause,
    opens: opens.map((each) => each ?? null),
    denial: { ...toAnswer(diagnosis.denial), ...doubtsOf(diagnosis.denial) },
    secrets,
  }
}

/**
 * Names the cause of a denial, the steps, and the smallest fixes, each proven with the policies that are given.
 * It loads the data of the services that the case names.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 * @param input the pasted error (a text), or the error with policies, context, and facts
 * @returns the diagnosis; what can't be read is named in its notices, never thrown
 * @example
 * const { cause } = await diagnose('User: arn:aws:iam::123456789012:user/mary is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::logs/1 because no identity-based policy allows the s3:GetObject action')
 * cause.certainty // 'stated by AWS'
 */
export async function diagnose(input: string | DiagnoseInput): Promise<DiagnoseAnswer> {
  const given = typeof input === 'string' ? { paste: input } : input
  return diagnoseAnswer(
    await diagnoseInput({ ...given, paste: given.paste ?? '', policies: (given.policies ?? []).map(givenPolicy) }),
  )
}

const givenPolicy = ({ name = 'Policy', type, target, text, document }: CasePolicy): GivenPolicy => ({
  name,
  ...(type === undefined ? {} : { type }),
  ...(target === undefined ? {} : { target }),
  text: text ?? JSON.stringify(document ?? null, null, 2),
})
