import { policyTypes } from '../../iam/index.ts'
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck } from '../statement-check.ts'

export const orgPathWithoutSlash = conditionCheck(
  {
    code: 'ORG_PATH_WITHOUT_SLASH',
    type: 'WARNING',
    title: 'The path of an organizational unit also matches other units',
    messages: {
      found:
        'Units whose IDs begin the same way, and units of other organizations, also match `{{open}}`. Begin with the organization ID, and put a slash before the `*`.',
    },
    policyTypes: policyTypes,
    key: /^aws:(?:principal|resource|source|vpce)orgpaths$/,
    wrong: policyOf(
      '{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111*" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*", "Condition": { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths',
  },
  (condition) => {
    const open = condition.values.find(
      ({ value }) => /\/(?:r|ou)-[a-z0-9-]*\*$/i.test(value.raw) || /^(?:\*|r-|ou-)/.test(value.raw),
    )
    if (!open) return undefined
    const message = told('found', { open: open.value.raw })
    return { at: atKey(condition), message }
  },
)
