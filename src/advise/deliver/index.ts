// A changed document in the forms in which people put it in place. Names in capitals are for the reader to fill in.
import type { PolicyType } from '../../iam/index.ts'
import type { Delivery } from '../diagnosis.ts'
import type { Asked } from '../situation.ts'
import { toCli } from './cli.ts'
import { toCloudFormation } from './cloudformation.ts'
import { holderOf } from './holder.ts'
import { toTerraform } from './terraform.ts'

/** The forms that there are for this document; none where no tool can put it there. */
export function deliveriesOf(document: string, type: PolicyType, asked: Asked): readonly Delivery[] {
  const holder = holderOf(type, asked)
  if (!holder) return []
  const template = toCloudFormation(document, holder)
  return [
    { tool: 'AWS CLI', text: toCli(document, holder) },
    { tool: 'Terraform', text: toTerraform(document, holder) },
    ...(template === undefined ? [] : [{ tool: 'CloudFormation' as const, text: template }]),
  ]
}
