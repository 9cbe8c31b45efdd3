// The policies of one file: one alone, or those inside of a CloudFormation template, a Terraform plan, an output of the command line.
import { type PastedPolicy, readPaste } from '../denial/index.ts'
import type { PolicyType } from '../iam/index.ts'
import type { Finding } from '../lint/index.ts'
import { type Position, positionsIn } from '../text/index.ts'
import { yamlToJson } from '../workbench/yaml-to-json.ts'

export interface PolicyInFile {
  readonly text: string
  /** Undefined: its content must tell. */
  readonly policyType: PolicyType | undefined
  /** Puts a finding in the policy at its place in the file. */
  readonly placed: (finding: Finding) => Finding
}

/** Every policy of a file; a text that holds none is taken for a policy, so that what is wrong with it is told. */
export function policiesInFile(file: string): readonly PolicyInFile[] {
  const { policies } = readPaste(file, yamlToJson)
  const [only] = policies
  const isAlone = policies.length === 1 && withoutIndent(only?.text ?? '') === withoutIndent(file.trim())
  if (!only || isAlone) return [{ text: file, policyType: undefined, placed: (finding) => finding }]
  const positionOf = positionsIn(file)
  return policies.map((policy) => ({ ...policy, placed: placing(file, policy, positionOf) }))
}

/** Line by line where the policy stands in the file as it is; at its beginning where it is quoted or written in YAML. The fix is for the policy alone. */
function placing(
  file: string,
  { span, text, name }: PastedPolicy,
  positionOf: (offset: number) => Position,
): (finding: Finding) => Finding {
  const start = positionOf(span.from)
  const written = file.slice(span.from, span.to)
  const isVerbatim = withoutIndent(written) === withoutIndent(text)
  const indent = /^[ \t]*/.exec(written.split(/\r?\n/).at(-1) ?? '')?.[0].length ?? 0
  return ({ fix: _, ...finding }) => {
    const message = name === undefined ? finding.message : `${name}: ${finding.message}`
    if (!isVerbatim) return { ...finding, message, line: start.line, column: start.column }
    const { line, column } = finding
    const at =
      line === 1
        ? { line: start.line, column: start.column + column - 1 }
        : { line: start.line + line - 1, column: column + indent }
    return { ...finding, message, ...at }
  }
}

const withoutIndent = (text: string): string => text.replaceAll(/\n[ \t]*/g, '\n')
