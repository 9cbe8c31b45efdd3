// A changed document in the forms in which people put it in place. Placeholders such as <ROLE_NAME> are for the reader to fill in.

import { symbolsIn } from '../../iam/index.ts'
import { write } from '../../words/index.ts'
import type { Delivery, Fix } from '../diagnosis.ts'
import type { Holder } from '../holder.ts'
import type { Source } from '../source.ts'
import { toCli } from './cli.ts'
import { toCloudFormation } from './cloudformation.ts'
import type { Say } from './say.ts'
import { toSource } from './source.ts'
import { toTerraform } from './terraform.ts'

export { holderOf } from './holder.ts'
export { statementToKeep } from './kept-statement.ts'
export type { Say } from './say.ts'
export { statementsAdded } from './source.ts'

/** The name of the pasted language among the forms. */
export const ownTool = ({ language }: Source): Delivery['tool'] => `Your ${language}`

/**
 * The forms that there are for this document; none where no tool can put it there. A name that only the pasted template knows ("${aws_s3_bucket.b.arn}")
 * has no value for any other tool: it would save the name as a text, in the place of the policy that works.
 */
export function deliveriesOf(
  document: string,
  holder: Holder | undefined,
  { before, source }: Pick<Fix, 'before' | 'source'>,
  say: Say = write,
): readonly Delivery[] {
  const own = source && toSource(before, document, source)
  const first: readonly Delivery[] = source && own !== undefined ? [{ tool: ownTool(source), text: own }] : []
  if (!holder || symbolsIn(document).length > 0) return first
  const forms: readonly (readonly [Delivery['tool'], string | undefined])[] = [
    ['AWS CLI', toCli(document, holder, say)],
    ['Terraform', toTerraform(document, holder, say)],
    ['CloudFormation', toCloudFormation(document, holder)],
  ]
  return [...first, ...forms.flatMap(([tool, text]) => (text === undefined ? [] : [{ tool, text }]))]
}
