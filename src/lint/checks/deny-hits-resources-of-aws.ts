// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { atKey, conditionCheck, isDeny, isEveryAction, isEveryResource, isNegated } from '../statement-check.ts'

export const denyHitsResourcesOfAws = conditionCheck(
  {
    code: 'DENY_HITS_RESOURCES_OF_AWS',
    type: 'SUGGESTION',
    title: 'A Deny by the owner of the resource also denies what AWS owns',
    messages: {
      found:
        'Public images, parameters, layers, managed policies, and buckets of AWS belong to accounts outside your organization: this Deny applies to them. Use `NotAction` to exempt the actions that read them.',
    },
    policyTypes: ['scp', 'identity', 'permissions-boundary'],
    key: /^aws:resource(?:account|orgid|orgpaths)$/,
    under: isNegated,
    wrong: policyOf(
      '{ "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Deny", "NotAction": ["ec2:Describe*", "ssm:GetParameter*", "ecr:*", "lambda:GetLayerVersion", "iam:GetPolicy*", "s3:GetObject", "s3:ListBucket"], "Resource": "*", "Condition": { "StringNotEqualsIfExists": { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid',
  },
  (condition, statement) => {
    if (!isDeny(statement) || !isEveryAction(statement) || !isEveryResource(statement)) return undefined
    const message = told('found')
    return { at: atKey(condition), message }
  },
)
