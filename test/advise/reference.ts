// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its templates this way
import { type Action, type Reference, type ResourceType, resourceType } from '../../src/reference/index.ts'

const action = (name: string, ...types: readonly string[]): [string, Action] => [
  name.toLowerCase(),
  {
    name,
    accessLevels: ['Read'],
    resourceTypes: types.map((type) => ({ name: type, required: true })),
    conditionKeys: [],
    dependentActions: [],
  },
]

const type = (name: string, arn: string): [string, ResourceType] => [
  name,
  resourceType({ name, arn, conditionKeys: [] }),
]

/** A few services, in the shape of the real data. */
export const reference: Reference = {
  date: '2026-09-26',
  prefixes: new Map([
    ['billing', 'AWS Billing'],
    ['ce', 'AWS Cost Explorer'],
    ['iam', 'AWS Identity and Access Management'],
    ['s3', 'Amazon S3'],
    ['ec2', 'Amazon EC2'],
  ]),
  services: new Map([
    ['billing', service('billing', [action('GetBillingData')], [])],
    ['ce', service('ce', [action('GetCostAndUsage')], [])],
    [
      'iam',
      service(
        'iam',
        [action('PassRole', 'role')],
        [type('role', 'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}')],
      ),
    ],
    [
      's3',
      service(
        's3',
        [action('GetObject', 'object'), action('ListAllMyBuckets')],
        [type('object', 'arn:${Partition}:s3:::${BucketName}/${ObjectName}')],
      ),
    ],
  ]),
}

function service(prefix: string, actions: readonly [string, Action][], types: readonly [string, ResourceType][]) {
  return { prefix, name: prefix, actions: new Map(actions), resourceTypes: new Map(types), conditionKeys: new Map() }
}
