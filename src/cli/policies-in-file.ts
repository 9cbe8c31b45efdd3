// The policies of one file: one alone, or those in a template, a Terraform file or plan, a program, Markdown, an output of the command line.
import { unreadSentence } from '../advise/index.ts'
import { type PastedPolicy, readAll } from '../denial/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { Finding } from '../lint/index.ts'
import { originOf, type Position, positionsIn } from '../text/index.ts'
import { languagesFor } from '../workbench/languages.ts'

export interface PolicyInFile {
  readonly text: string
  /** Undefined: its content must tell. */
  readonly policyType: PolicyType | undefined
  /** Puts a finding in the policy at its place in the file. */
  readonly placed: (finding: Finding) => Finding
}

export interface PoliciesInFile {
  readonly policies: readonly PolicyInFile[]
  /** What seems to be a policy and can't be read, in sentences. */
  readonly unread: readonly string[]
}

/** Every policy of a file; a text that holds none is taken for a policy, so that what is wrong with it is told. */
export async function policiesInFile(file: string): Promise<PoliciesInFile> {
  const { documents, leftovers } = readAll(file, await languagesFor([file]))
  const unread = leftovers.map((each) => unreadSentence(each, file))
  const [only] = documents
  const isAlone = documents.length === 1 && only?.language === 'JSON' && only.text.trim() === file.trim()
  if (isAlone || (!only && unread.length === 0))
    return { policies: [{ text: file, policyType: undefined, placed: (finding) => finding }], unread }
  const positionOf = positionsIn(file)
  return { policies: documents.map((policy) => ({ ...policy, placed: placing(policy, positionOf) })), unread }
}

/** Where the element that a finding is about stands in the file. The fix is for the policy alone. */
function placing(
  { span, places, name }: PastedPolicy,
  positionOf: (offset: number) => Position,
): (finding: Finding) => Finding {
  return ({ fix: _, ...finding }) => {
    const { from } = originOf(places, finding.span) ?? span
    const { line, column } = positionOf(from)
    const message = name === undefined ? finding.message : `${name}: ${finding.message}`
    return { ...finding, message, line, column }
  }
}
