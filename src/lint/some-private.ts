import { isPrivateRange } from '../iam/index.ts'
import type { Found, Subject } from './check.ts'

/** Lists of `aws:SourceIp` in which some ranges are private, and some are not. Where all are private, another check says so. */
export function* somePrivate<Told>(
  subject: Subject,
  negated: boolean,
  tell: (ranges: readonly string[]) => Told,
): Iterable<Omit<Found, 'message'> & { readonly message: Told }> {
  for (const { condition, key } of subject.conditions) {
    const { operator, path, span, values } = condition
    if (key !== 'aws:sourceip' || operator.value?.comparison !== 'ip' || operator.value.negated !== negated) continue
    const ranges = values.map(({ value }) => value.raw)
    const some = ranges.filter(isPrivateRange)
    if (some.length === 0 || some.length === ranges.length) continue
    yield { path, span, message: tell(some) }
  }
}
