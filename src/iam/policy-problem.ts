import type { Problem, Slip } from '../text/index.ts'

/** What AWS's grammar of policies doesn't allow, as data: `problemWords` in src/words has the sentences. */
export type PolicyFault =
  /** The JSON value has the wrong type. */
  | { readonly code: 'data-type'; readonly wanted: 'policy' | 'statement' | 'condition block' | 'condition' | 'text' }
  /** The named element must be a string. */
  | { readonly code: 'data-type'; readonly wanted: 'element'; readonly element: string }
  /** `written` is undefined if the value isn't a string. */
  | { readonly code: 'data-type'; readonly wanted: 'principal'; readonly written: string | undefined }
  | { readonly code: 'condition-data-type' }
  | { readonly code: 'invalid-version' | 'invalid-effect' | 'invalid-operator'; readonly written: string }
  | { readonly code: 'missing-statement' | 'missing-action' | 'missing-effect' }
  | { readonly code: 'element-combination'; readonly elements: readonly [string, string] }
  /** `meant` differs from `written` in case only; `known` are the existing elements. */
  | {
      readonly code: 'unknown-element'
      readonly written: string
      readonly meant: string | undefined
      readonly known: readonly string[]
    }
  | { readonly code: 'duplicate-element'; readonly written: string }

/** A fault with its place. `path` is a JSON pointer. */
export interface GrammarProblem extends Slip {
  readonly path: string
  readonly fault: PolicyFault
}

/** What reading a policy can find: where the text isn't JSON, and where the JSON isn't a policy. */
export type ReadProblem = Problem | GrammarProblem
