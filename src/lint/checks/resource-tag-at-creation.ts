import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, isAllow, isEveryResource } from '../statement-check.ts'

/**
 * Actions whose new resource AWS checks under the same statement. AWS’s lists of keys don’t have aws:ResourceTag for what they create; those of
 * kms:CreateKey and elasticloadbalancing:CreateLoadBalancer have it.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const creating: ReadonlySet<string> = new Set([
  'ec2:runinstances',
  'ec2:createvolume',
  's3:createbucket',
  'dynamodb:createtable',
  'lambda:createfunction',
  'sqs:createqueue',
  'sns:createtopic',
])

export const resourceTagAtCreation = conditionCheck(
  {
    code: 'RESOURCE_TAG_AT_CREATION',
    type: 'WARNING',
    title: 'The tags of a new resource are checked with aws:ResourceTag',
    messages: {
      found:
        'A new resource has no tags but those of the request, and AWS doesn’t list `{{key}}` for the requests that create it. Don’t count on this statement to allow them. Check the tags of the request with `{{RequestTag}}`.',
    },
    policyTypes: ['identity', 'permissions-boundary'],
    key: /^(?:aws|ec2):resourcetag\//,
    under: asksForKey,
    wrong: policyOf(
      '{ "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/team": "blue" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*", "Condition": { "StringEquals": { "aws:RequestTag/team": "blue" } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourcetag',
  },
  (condition, statement) => {
    const { action } = statement
    const isCreation =
      action?.sense === 'any-of' &&
      action.items.length > 0 &&
      action.items.every(({ value }) => creating.has(value.raw.toLowerCase()))
    if (!isAllow(statement) || !isCreation || !isEveryResource(statement)) return undefined
    const key = condition.key.value
    const message = told('found', { key, RequestTag: key.replace(/^\w+:ResourceTag/i, 'aws:RequestTag') })
    return { at: atKey(condition), message }
  },
)
