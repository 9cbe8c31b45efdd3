import type { PolicyType } from '../iam/index.ts'
import type { Finding } from '../lint/index.ts'
import type { Position } from '../text/index.ts'

/** One policy of a file. */
export interface PolicyInFile {
  readonly text: string
  /** Undefined: its content must tell. */
  readonly policyType: PolicyType | undefined
  /** What the file calls it. */
  readonly name: string | undefined
  /** AWS writes the statements, as for SAM's policy templates. The author of the file can't change them. */
  readonly isOfAws?: true
  /** The line and column in the file of an offset in the policy's text. */
  readonly positionOf: (offset: number) => Position
  /** Puts a finding in the policy at its place in the file. */
  readonly placed: (finding: Finding) => Finding
}
