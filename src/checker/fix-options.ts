// A fix with the options that the reader ticked. It needs the engine's own editing of policies, so the page loads it with the first tick.
import { type Delivery, type Dependent, deliveriesOf, type Fix, withOptions } from '../advise/index.ts'

/** The changed document, and its forms for each tool. */
export interface ChosenFix {
  readonly after: string
  readonly deliveries: readonly Delivery[]
}

/** The fix for `action` that also allows what was chosen. */
export function fixWith(fix: Fix, action: string, chosen: readonly Dependent[]): ChosenFix {
  const after = withOptions(fix.after, action, chosen)
  return { after, deliveries: deliveriesOf(after, fix.holder, fix) }
}
