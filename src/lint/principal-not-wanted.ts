import type { PolicyDocument } from '../iam/index.ts'
import { removeMember, withFix } from './changes.ts'
import type { Found } from './check.ts'
import { fixTitle } from './fix-titles.ts'

/** Every Principal and NotPrincipal of a policy that takes neither, with the edit that removes it. */
export const principalFound = <Told>(
  policy: PolicyDocument,
  tell: (element: string) => Told,
): readonly (Omit<Found, 'message'> & { readonly message: Told })[] =>
  policy.statements.flatMap(({ principal, node, path }) => {
    if (!principal) return []
    const { value: element, span } = principal.keyword
    const fix = removeMember(fixTitle('remove', { name: element }), node, element)
    return [{ path: `${path}/${element}`, span, message: tell(element), ...withFix(fix) }]
  })
