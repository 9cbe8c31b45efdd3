import { guide, type RuleSection } from './rule.ts'
import { allow, bucket, deny, full, here, identity, object, policy, queue, send, there } from './scenario.ts'

const action = guide('reference_policies_elements_action')
const resource = guide('reference_policies_elements_resource')
const s3Errors = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html'
const only = (Resource: string | readonly string[], actions = '*') => identity(allow(actions, { Resource }))
const read = (on: string) => ({ action: 's3:GetObject', on, owner: here })
const list = { action: 's3:ListBucket', on: bucket, owner: here } as const
const image = 'arn:aws:ec2:us-east-1::image/ami-0abcdef1234567890'
const instance = `arn:aws:ec2:us-east-1:${here}:instance/*`
const subnet = `arn:aws:ec2:us-east-1:${here}:subnet/subnet-0a1b2c3d`
const launch = { action: 'ec2:RunInstances', on: instance, also: [{ resource: image }, { resource: subnet }] } as const

export const matching: RuleSection = {
  title: 'Actions, resources and ARNs',
  rules: [
    {
      number: 74,
      says: 'Actions ignore upper and lower case and take wildcards anywhere.',
      source: action,
      cases: [
        ['CE:getcost*', { policies: [identity(allow('CE:getcost*'))] }, 'allowed'],
        ['ce:*AndUsag?', { policies: [identity(allow('ce:*AndUsag?'))] }, 'allowed'],
      ],
    },
    {
      number: 75,
      says: 'The service of an action takes no wildcard.',
      source: action,
      cases: [
        ['c*:GetCostAndUsage', { policies: [identity(allow('c*:GetCostAndUsage'))] }, 'implicitDeny', ['identity']],
      ],
    },
    {
      number: 76,
      says: 'Two actions in one text, or blanks around one, match nothing.',
      source: action,
      observed: true,
      cases: [
        [
          'with a comma',
          { policies: [identity(allow('ce:GetCostAndUsage, ce:GetTags'))] },
          'implicitDeny',
          ['identity'],
        ],
        ['a blank in front', { policies: [identity(allow(' ce:GetCostAndUsage'))] }, 'implicitDeny', ['identity']],
        [
          'in NotAction it spares nothing',
          {
            policies: [full, identity({ Effect: 'Deny', NotAction: 'ce:GetCostAndUsage, ce:GetTags', Resource: '*' })],
          },
          'explicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 77,
      says: 'Effect and element names are case-sensitive: “allow” isn’t an effect.',
      source: guide('reference_policies_elements_effect'),
      cases: [
        ['"allow"', { policies: [identity(allow('*', { Effect: 'allow' }))] }, 'implicitDeny', ['identity']],
        [
          '"resource" for Resource',
          { policies: [identity({ Effect: 'Allow', Action: '*', resource: '*' })] },
          'implicitDeny',
          ['identity'],
        ],
        [
          'no Resource at all',
          { policies: [identity({ Effect: 'Allow', Action: '*' })] },
          'implicitDeny',
          ['identity'],
        ],
        ['a Deny without Resource', { policies: [full, identity({ Effect: 'Deny', Action: '*' })] }, 'allowed'],
      ],
    },
    {
      number: 78,
      says: 'In a resource a star runs past colons. It works, but it is better to write all parts.',
      source: resource,
      cases: [['arn:aws:sqs:*:invoices', { ...send, policies: [only('arn:aws:sqs:*:invoices')] }, 'allowed']],
    },
    {
      number: 79,
      says: 'A star at the end covers the rest.',
      source: resource,
      cases: [
        ['arn:aws:sqs:*', { ...send, policies: [only('arn:aws:sqs:*')] }, 'allowed'],
        ['arn:aws:sns:*', { ...send, policies: [only('arn:aws:sns:*')] }, 'implicitDeny', ['identity']],
      ],
    },
    {
      number: 80,
      says: 'A `*` matches any text, including none and slashes. The text around it must match.',
      source: resource,
      cases: [
        [
          'bucket/*/test/* on bucket//test/o',
          { ...read(`${bucket}//test/o`), policies: [only(`${bucket}/*/test/*`)] },
          'allowed',
        ],
        [
          'bucket/*/test/* on bucket/a/b/test/o',
          { ...read(`${bucket}/a/b/test/o`), policies: [only(`${bucket}/*/test/*`)] },
          'allowed',
        ],
        [
          'bucket/*/test/* on bucket/test/o',
          { ...read(`${bucket}/test/o`), policies: [only(`${bucket}/*/test/*`)] },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 81,
      says: 'Resources compare with upper and lower case.',
      source: resource,
      cases: [
        [
          'Invoices for invoices',
          { ...send, policies: [only(queue.replace('invoices', 'Invoices'))] },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 82,
      says: 'The partition must fit: aws, aws-cn and aws-us-gov are three worlds.',
      source: guide('reference-arns'),
      cases: [
        ['arn:aws-cn', { ...send, policies: [only(queue.replace('aws', 'aws-cn'))] }, 'implicitDeny', ['identity']],
      ],
    },
    {
      number: 83,
      says: 'A bucket’s ARN holds no account: who owns it decides whether the bucket policy must allow too.',
      source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html',
      cases: [
        [
          'owned by another account',
          { action: 's3:GetObject', on: object, owner: there, policies: [full] },
          'implicitDeny',
          ['resource'],
        ],
        ['owned by this one', { ...read(object), policies: [full] }, 'allowed'],
      ],
    },
    {
      number: 84,
      says: 'Listing asks for the bucket, reading for the object: the one’s ARN never fits the other.',
      source: s3Errors,
      cases: [
        ['listing, objects allowed', { ...list, policies: [only(`${bucket}/*`)] }, 'implicitDeny', ['identity']],
        ['reading, the bucket allowed', { ...read(object), policies: [only(bucket)] }, 'implicitDeny', ['identity']],
        ['both written', { ...read(object), policies: [only([bucket, `${bucket}/*`])] }, 'allowed'],
      ],
    },
    {
      number: 85,
      says: 'Operations are not actions: ListObjectsV2 and HeadBucket need s3:ListBucket, HeadObject needs s3:GetObject, a version needs s3:GetObjectVersion.',
      source: s3Errors,
      cases: [
        [
          'the operation’s name allowed',
          { ...list, policies: [identity(allow('s3:ListObjectsV2'))] },
          'implicitDeny',
          ['identity'],
        ],
        ['the action allowed', { ...list, policies: [identity(allow('s3:ListBucket'))] }, 'allowed'],
        [
          'a version, only s3:GetObject allowed',
          { ...read(object), action: 's3:GetObjectVersion', policies: [identity(allow('s3:GetObject'))] },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 86,
      says: 'An action without resources needs the star: an ARN in an Allow never fits, a Deny with NotResource always does.',
      source: resource,
      observed: true,
      cases: [
        ['an ARN in an Allow', { policies: [only(`arn:aws:ce::${here}:anything`)] }, 'implicitDeny', ['identity']],
        [
          'NotResource in a Deny',
          { policies: [full, identity({ Effect: 'Deny', Action: '*', NotResource: object })] },
          'explicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 87,
      says: 'A call may ask for several resources; all must be allowed.',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
      cases: [
        ['the subnet is missing', { ...launch, policies: [only([instance, image])] }, 'implicitDeny', ['identity']],
        ['all are there', { ...launch, policies: [only([instance, image, subnet])] }, 'allowed'],
      ],
    },
    {
      number: 88,
      says: 'An Allow with NotAction or NotResource grants all the rest, services of tomorrow too.',
      source: guide('reference_policies_elements_notresource'),
      cases: [
        [
          'NotResource, another bucket',
          {
            ...read(object),
            policies: [identity({ Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::secret/*' })],
          },
          'allowed',
        ],
        [
          'NotAction, an action not listed',
          { policies: [identity({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })] },
          'allowed',
        ],
        [
          'NotAction, a listed one',
          { policies: [identity({ Effect: 'Allow', NotAction: 'ce:*', Resource: '*' })] },
          'implicitDeny',
          ['identity'],
        ],
      ],
    },
    {
      number: 89,
      says: 'A Deny with NotAction must spare what the caller needs to get out: setting up MFA, changing the password.',
      source: guide('reference_policies_examples_aws_my-sec-creds-self-manage'),
      cases: [
        ['nothing but sign-in is spared', mfaDevice(['iam:GetAccountSummary']), 'explicitDeny', ['identity']],
        ['setting up is spared', mfaDevice(['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice']), 'allowed'],
      ],
    },
  ],
}

function mfaDevice(NotAction: readonly string[]) {
  const lock = {
    Effect: 'Deny',
    NotAction,
    Resource: '*',
    Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  }
  return {
    action: 'iam:EnableMFADevice',
    on: `arn:aws:iam::${here}:user/mateo`,
    policies: [full, policy('identity', lock), identity(deny('s3:*'))],
  }
}
