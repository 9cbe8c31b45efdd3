// The page's own thread removes secrets. It imports denial/secrets.ts instead of denial/index.ts, so that it loads nothing else of that folder.
import type { Case } from '../advise/index.ts'
import type { Secret } from '../denial/index.ts'
import { blankSecrets } from '../denial/secrets.ts'

export { blankSecrets, secretKinds } from '../denial/secrets.ts'

/** Blanks every text of a case, whatever its source: opened files and links bring in more than the paste. Returns the same case if it holds no secret. */
export function blankCase(given: Case): { readonly given: Case; readonly found: readonly Secret[] } {
  const found: Secret[] = []
  const clean = (text: string): string => {
    const blanked = blankSecrets(text)
    found.push(...blanked.found)
    return blanked.text
  }
  const maybe = (text: string | undefined): string | undefined => text && clean(text)
  const { paste, policies, principal, action, resource, resourceAccount, context } = given
  const blanked: Case = {
    ...given,
    paste: clean(paste),
    policies: policies.map((policy) => ({
      ...policy,
      name: clean(policy.name),
      text: clean(policy.text),
      ...(policy.because === undefined ? {} : { because: clean(policy.because) }),
      ...(policy.target === undefined ? {} : { target: clean(policy.target) }),
      ...(policy.holders === undefined
        ? {}
        : { holders: policy.holders.map((each) => ({ ...each, name: each.name && clean(each.name) })) }),
    })),
    ...(principal === undefined ? {} : { principal: maybe(principal) }),
    ...(action === undefined ? {} : { action: maybe(action) }),
    ...(resource === undefined ? {} : { resource: maybe(resource) }),
    ...(resourceAccount === undefined ? {} : { resourceAccount: maybe(resourceAccount) }),
    ...(context === undefined ? {} : { context: mapContext(context, clean) }),
  }
  return { given: found.length > 0 ? blanked : given, found }
}

/** The request context with every text of its values changed. */
const mapContext = (
  context: NonNullable<Case['context']>,
  change: (text: string) => string,
): NonNullable<Case['context']> =>
  Object.fromEntries(
    Object.entries(context).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? change(value)
        : typeof value === 'object' && value !== null
          ? value.map((each) => (typeof each === 'string' ? change(each) : each))
          : value,
    ]),
  )
