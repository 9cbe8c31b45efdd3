import type { Text } from '../../../words/index.ts'
import type { Examined, TrustFinding } from '../finding.ts'

/** What is wrong with one value that a policy compares with sub. */
export interface SubjectMistake extends Pick<TrustFinding, 'code' | 'certain' | 'title' | 'text' | 'command'> {
  /** The value to write instead, wildcards included; undefined where only the reader can tell. */
  readonly to: string | undefined
  /** A subject that the token has, or probably has. */
  readonly subject: string | undefined
  /** What the reader has to write, where `to` is undefined. */
  readonly ask?: Text
}

/** Looks at one value, with everything that the paste says about the token. */
export type SubjectReader = (value: string, examined: Examined) => SubjectMistake | undefined

/** A subject that the pattern was probably meant to match: a star at the end of a GitHub pattern usually means a branch. */
export const likelySubject = (pattern: string): string =>
  pattern.replace(/^(repo:[^:]*):\*$/, '$1:ref:refs/heads/main').replaceAll(/[*?]+/g, 'example')
