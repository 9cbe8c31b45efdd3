import type { AccessChange } from '../account/index.ts'
import type { DocumentInput, PolicyInput, Request } from '../evaluate/index.ts'
import { writeComparison } from '../session/comparison.ts'
import { packFragment } from '../session/fragment.ts'

/** A request and the policies that decide it, as the fragment that the checker opens (`#case=`); undefined where it would be too long. */
export function checkerLink(
  { principal, action, resource, resourceAccount, context }: Request,
  policies: readonly (PolicyInput | DocumentInput)[],
): Promise<string | undefined> {
  const given = {
    paste: '',
    policies: policies.flatMap((policy) =>
      isPolicy(policy)
        ? [{ name: policy.name ?? 'Policy', type: policy.type, target: policy.target, text: textOf(policy) }]
        : [],
    ),
    principal,
    action,
    resource,
    resourceAccount,
    context,
  }
  return packFragment(JSON.stringify({ whydenied: 1, case: given }))
}

/** The policies before and after a change, as the fragment that the comparison page opens (`#compare=`). */
export function compareLink({ before, after, around }: AccessChange): Promise<string | undefined> {
  const side = (policies: readonly PolicyInput[]) =>
    policies.map((policy) => ({ name: policy.name ?? 'Policy', text: textOf(policy) }))
  const comparison = {
    type: 'identity',
    old: before.length > 0 ? side(before) : [{ name: 'No policy', text: '{"Version":"2012-10-17","Statement":[]}' }],
    new: after.length > 0 ? side(after) : [{ name: 'No policy', text: '{"Version":"2012-10-17","Statement":[]}' }],
    around: around.flatMap((policy) =>
      isPolicy(policy)
        ? [{ type: policy.type, name: policy.name ?? 'Policy', target: policy.target, text: textOf(policy) }]
        : [],
    ),
    never: [],
  } as const
  return packFragment(writeComparison(comparison))
}

const isPolicy = (policy: PolicyInput | DocumentInput): policy is PolicyInput =>
  policy.type !== 'kms-grants' && policy.type !== 'bucket-acl'

const textOf = ({ text, document }: PolicyInput): string => text ?? JSON.stringify(document, null, 2)
