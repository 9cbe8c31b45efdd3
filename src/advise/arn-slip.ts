import { splitArn } from '../iam/index.ts'
import { statementOf } from './fixes/except-from-deny.ts'
import { nearest } from './near-miss.ts'
import type { Evaluated } from './situation.ts'

/** How the ARN that a statement names differs from the one that was asked for. */
export type ArnSlip =
  | 'object instead of bucket'
  | 'bucket instead of object'
  | 'Region'
  | 'account'
  | 'partition'
  | 'case'

/** The nearest Allow fails only because its ARN is one slip away from the resource: that slip, with the ARN as it is written. */
export function arnSlip(situation: Evaluated): { readonly slip: ArnSlip; readonly written: string } | undefined {
  const miss = nearest(situation, 'identity')
  if (miss?.failed.element !== 'Resource') return undefined
  const { resource } = situation.asked.request
  for (const { value } of statementOf(situation, miss.ref)?.resource?.items ?? []) {
    const slip = slipOf(value.raw, resource)
    if (slip) return { slip, written: value.raw }
  }
  return undefined
}

function slipOf(written: string, asked: string): ArnSlip | undefined {
  if (written.toLowerCase() === asked.toLowerCase()) return written === asked ? undefined : 'case'
  const [own, wanted] = [splitArn(written), splitArn(asked)]
  if (!own || !wanted || own[2] !== wanted[2]) return undefined
  if (own[2] === 's3') return s3Slip(own[5] ?? '', wanted[5] ?? '')
  if (!fits(own[5] ?? '', wanted[5] ?? '')) return undefined
  const parts = [
    ['partition', 1],
    ['Region', 3],
    ['account', 4],
  ] as const
  const wrong = parts.filter(([, i]) => !fits(own[i] ?? '', wanted[i] ?? ''))
  return wrong.length === 1 ? wrong[0]?.[0] : undefined
}

function s3Slip(own: string, wanted: string): ArnSlip | undefined {
  const [bucket = '', ...key] = wanted.split('/')
  if (key.length > 0) return own === bucket ? 'bucket instead of object' : undefined
  return own.startsWith(`${bucket}/`) ? 'object instead of bucket' : undefined
}

/** Part by part a star at the end is all that is looked at: this only words what the evaluator found. */
const fits = (own: string, wanted: string): boolean =>
  own === wanted || own === '*' || (own.endsWith('*') && wanted.startsWith(own.slice(0, -1)))
