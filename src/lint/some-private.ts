import { isPrivateRange } from '../iam/index.ts'
import type { Found, Subject } from './check.ts'
import { conditionsOf } from './condition-values.ts'
import { listed, quote } from './words.ts'

/** Lists of `aws:SourceIp` in which some ranges are private, and some are not. Where all are private, another check says so. */
export function* somePrivate(
  subject: Subject,
  { negated, result }: { readonly negated: boolean; readonly result: string },
): Iterable<Found> {
  for (const { condition, key } of conditionsOf(subject)) {
    const { operator, path, span, values } = condition
    if (key !== 'aws:sourceip' || operator.value?.comparison !== 'ip' || operator.value.negated !== negated) continue
    const ranges = values.map(({ value }) => value.raw)
    const some = ranges.filter(isPrivateRange)
    if (some.length === 0 || some.length === ranges.length) continue
    const message = `Requests reach AWS from public addresses, so the private ranges ${listed(some.map(quote))} have no effect under \`aws:SourceIp\`, ${result}. Remove them, or use \`aws:VpcSourceIp\` for requests through a VPC endpoint.`
    yield { path, span, message }
  }
}
