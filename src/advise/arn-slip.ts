import type { ElementReason } from '../evaluate/index.ts'
import { nearest } from './near-miss.ts'
import type { Evaluated } from './situation.ts'

/** How the ARN that a statement names differs from the requested one. */
export type ArnSlip =
  | 'object-instead-of-bucket'
  | 'bucket-instead-of-object'
  | 'Region'
  | 'account'
  | 'partition'
  | 'case'

/** The nearest Allow fails only because its ARN is one slip away from the resource: that slip, with the ARN as it is written. */
export function arnSlip(situation: Evaluated): { readonly slip: ArnSlip; readonly written: string } | undefined {
  const reason = nearest(situation, 'identity')?.failed.reason
  if (reason?.code !== 'resource-slip') return undefined
  const slip = named(reason, situation.asked.service === 's3')
  return slip && { slip, written: reason.pattern }
}

/** Only S3 has buckets and objects; an alias, a path, and a wrong service or prefix are slips of their own kind. */
function named({ slip }: Extract<ElementReason, { code: 'resource-slip' }>, isS3: boolean): ArnSlip | undefined {
  switch (slip) {
    case 'container':
      return isS3 ? 'bucket-instead-of-object' : undefined
    case 'contents':
      return isS3 ? 'object-instead-of-bucket' : undefined
    case 'alias':
    case 'path':
    case 'prefix':
    case 'service':
      return undefined
    default:
      return slip
  }
}
