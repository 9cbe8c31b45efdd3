import type { Text } from '../../words/index.ts'
import type { Step } from '../diagnosis.ts'

/** What STS says is wrong with a token before it looks at a trust policy. */
export interface RejectedToken {
  readonly title: Text
  readonly text: Text
  readonly steps: readonly Step[]
  readonly isSaml?: true
}
