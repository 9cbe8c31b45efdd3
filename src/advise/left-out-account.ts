import type { Denial } from '../denial/index.ts'

/** An ARN of IAM or AWS STS whose account was taken out before it was shared, often with one of its colons: "arn:aws:iam::user/nico". */
const leftOut =
  /^(arn:aws[\w-]{0,10}:(?:iam|sts)):{1,2}(?=(?:user|role|group|policy|instance-profile|assumed-role|federated-user)\/)/

/** The ARN with a masked account where it has none; any other text as it is. */
export const withAccount = (arn: string): string => arn.replace(leftOut, '$1::<ACCOUNT_ID>:')

/** The denial with a masked account where it has none: the caller's name and the resource's are still known. */
export function withLeftOutAccounts(denial: Denial): Denial {
  const { principal, resource } = denial
  return { ...denial, principal: principal && withAccount(principal), resource: resource && withAccount(resource) }
}
