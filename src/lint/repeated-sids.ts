import type { PolicyDocument } from '../iam/index.ts'
import { once } from '../text/index.ts'
import { replace } from './changes.ts'
import type { Found } from './check.ts'
import { fixTitle } from './fix-titles.ts'

/** Every Sid that an earlier statement has already, with a number behind it as the fix. */
export function* repeatedSids<Told>(
  policy: PolicyDocument,
  tell: (sid: string) => Told,
): Iterable<Omit<Found, 'message'> & { readonly message: Told }> {
  const all = once(() => new Set(policy.statements.map(({ sid }) => sid?.value)))
  const seen = new Set<string>()
  for (const { sid, path } of policy.statements) {
    if (!sid || sid.value === '') continue
    if (seen.has(sid.value)) {
      const name = unused(sid.value, all())
      all().add(name)
      yield {
        path: `${path}/Sid`,
        span: sid.span,
        message: tell(sid.value),
        fix: replace(fixTitle('write', { text: name }), sid.span, JSON.stringify(name)),
      }
    }
    seen.add(sid.value)
  }
}

function unused(name: string, taken: ReadonlySet<string | undefined>): string {
  let number = 2
  while (taken.has(`${name}${number}`)) number++
  return `${name}${number}`
}
