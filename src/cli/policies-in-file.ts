// The policies of one file: one alone, or those in a template, a Terraform file or plan, a program, Markdown, an output of the command line.
import { unreadSentence } from '../advise/index.ts'
import { type PastedPolicy, readAll, type Unread } from '../denial/index.ts'
import { readPolicy } from '../iam/index.ts'
import { languagesFor } from '../session/languages.ts'
import { positionsIn } from '../text/index.ts'
import { write } from '../words/index.ts'
import { accountPolicies } from './account-policies.ts'
import { placing } from './placing.ts'
import type { PolicyInFile } from './policy-in-file.ts'
import { policyKey } from './same-policy.ts'

export interface PoliciesInFile {
  readonly policies: readonly PolicyInFile[]
  /** What seems to be a policy and can't be read, in sentences. */
  readonly unread: readonly string[]
}

/** Every policy of a file; a text that seems to be one and can't be read is taken for one, so that what is wrong with it is told. */
export async function policiesInFile(file: string): Promise<PoliciesInFile> {
  const account = accountPolicies(file)
  if (account) return { policies: account, unread: [] }
  const { documents, leftovers } = readAll(file, await languagesFor([file]))
  const unread = leftovers.map((each) => write(unreadSentence(each, file)))
  const [only] = documents
  const isAlone = documents.length === 1 && only?.language === 'JSON' && only.text.trim() === file.trim()
  const positionOf = positionsIn(file)
  if (isAlone || (!only && unread.length === 0 && seemsPolicy(file)))
    return {
      policies: [{ text: file, name: undefined, policyType: undefined, positionOf, placed: (finding) => finding }],
      unread,
    }
  const [empty, whole] = [documents.filter(isLeftOut), documents.filter((each) => !isLeftOut(each))]
  const policies = withoutCopies(whole).map((policy) => ({
    ...policy,
    ...placing(policy, positionOf),
    ...(policy.notes.some(({ code }) => code === 'sam-template') ? { isOfAws: true as const } : {}),
  }))
  return { policies, unread: [...unread, ...empty.map((each) => write(unreadSentence(leftOut(each), file)))] }
}

/** Nothing of it could be read: a policy template of SAM that isn't known, for example. */
const isLeftOut = ({ text, notes }: PastedPolicy): boolean =>
  notes.some(({ code }) => code === 'left-out') && readPolicy(text).policy.statements.length === 0

function leftOut({ notes, language, span }: PastedPolicy): Unread {
  const names = notes.flatMap((note) => (note.code === 'left-out' ? [note.what] : []))
  return { span, language, reason: { code: 'unknown-grants', names }, at: span.from }
}

/** A Terraform plan has the document of a data source once for itself, and once for each resource that it's used in. */
function withoutCopies(documents: readonly PastedPolicy[]): readonly PastedPolicy[] {
  const isData = ({ name }: PastedPolicy): boolean => name?.startsWith('data.') === true
  if (!documents.some(isData)) return documents
  const used = new Set(documents.filter((each) => !isData(each)).map(({ text }) => policyKey(text)))
  return documents.filter((each) => !isData(each) || !used.has(policyKey(each.text)))
}

/** Is a text without a readable policy meant to be one? It names an element of one. */
const seemsPolicy = (file: string): boolean =>
  /["']?\b(?:Statement|Effect|NotAction|NotResource)\b["']?\s{0,20}[:=]/i.test(file.slice(0, 200_000)) ||
  /^\s*\{?\s*"?(?:Version|Action|Resource|Principal)\b/.test(file.slice(0, 2000))
