import { readOf } from '../evaluate/index.ts'
import { coversActions, readAction } from '../iam/index.ts'
import type { Situation } from './situation.ts'

/** "acl: 'public-read'", "--acl public-read", "ACL = ObjectCannedACL.PublicRead", "x-amz-acl: public-read", "GrantRead: …AllUsers" */
const setsAcl =
  /\b(?:acl|canned_?acl|predefined_?acl)['"`]{0,1}(?:\s{0,4}(?:[:=]|=>)\s{0,4}|\s{1,4})['"`]{0,1}(?:[\w.]{1,40}\.)?(?:public-read(?:-write)?|PublicRead(?:Write)?)\b/i

const setsAclOfObject = readAction('s3:PutObjectAcl')

/** Do the caller's policies allow an ACL, as far as any were pasted? */
function allowsAcl({ policies }: Situation): boolean {
  const own = policies.filter(({ given, type }) => given && type === 'identity')
  const allows = own.flatMap((policy) =>
    readOf(policy).policy.statements.filter(({ effect }) => effect?.value === 'Allow'),
  )
  return (
    own.length === 0 ||
    allows.some(
      ({ action }) =>
        action?.sense === 'any-of' && action.items.some(({ value }) => coversActions(value, setsAclOfObject)),
    )
  )
}

/**
 * The code or the settings in the paste send a public ACL, S3 denied an upload or doesn't say what, and no missing permission is in sight. New buckets have
 * Block Public Access turned on and ACLs turned off. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function sendsPublicAcl(situation: Situation): boolean {
  const { asked, denial, stated, verdict, given } = situation
  if (denial.kind !== 'access-denied' || stated.effect !== undefined || stated.policyType !== undefined) return false
  const isUpload =
    asked === undefined
      ? (denial.service ?? 's3') === 's3'
      : /^s3:PutObject(?:Acl)?$/.test(asked.action) && verdict?.decision === 'allowed'
  return isUpload && setsAcl.test(given.paste.slice(0, 20_000)) && allowsAcl(situation)
}
