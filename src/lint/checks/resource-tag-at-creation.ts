import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, isAllow, isEveryResource } from '../statement-check.ts'

/** Actions whose new resource is asked about under the same statement. */
const creating: ReadonlySet<string> = new Set([
  'ec2:runinstances',
  'ec2:createvolume',
  's3:createbucket',
  'dynamodb:createtable',
  'lambda:createfunction',
  'sqs:createqueue',
  'sns:createtopic',
  'kms:createkey',
])

export const resourceTagAtCreation = conditionCheck(
  {
    code: 'RESOURCE_TAG_AT_CREATION',
    type: 'WARNING',
    title: 'A resource that is being created has no tags yet',
    messages: {
      found:
        'The new resource has no tags when AWS evaluates the request, so this statement never allows creating it. Check the tags of the request with `{{RequestTag}}`.',
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
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
  },
  (condition, statement) => {
    const { action } = statement
    const isCreation =
      action?.sense === 'any-of' &&
      action.items.length > 0 &&
      action.items.every(({ value }) => creating.has(value.raw.toLowerCase()))
    if (!isAllow(statement) || !isCreation || !isEveryResource(statement)) return undefined
    const message = told('found', { RequestTag: condition.key.value.replace(/^\w+:ResourceTag/i, 'aws:RequestTag') })
    return { at: atKey(condition), message }
  },
)
