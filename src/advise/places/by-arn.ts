import { messagesOf } from '../../words/index.ts'
import type { Place } from './place.ts'

const told = messagesOf('places/by-arn', {
  readWithCli: 'Read it with the AWS CLI: not every console shows this policy.',
})

/** Where to look for a policy that people seldom see in the console. */
export const readWithCli = told('readWithCli')

/** A policy that one operation reads and one writes, each by the ARN of the resource. */
interface ByArn {
  readonly service: string
  readonly only?: RegExp
  /** The AWS CLI's command, and the operations and options that differ from `get-resource-policy --resource-arn` and `put-resource-policy --policy`. */
  readonly cli: string
  readonly get?: string
  /** `none`: AWS writes the policy. */
  readonly put?: string
  readonly arn?: string
  readonly document?: string
  /** Where the answer holds the policy: the field's name. */
  readonly query: string
  /** Terraform's resource with its arguments for the ARN and the document. */
  readonly terraform?: readonly [type: string, arn: string, field: string]
  /** CloudFormation's resource with its properties for the ARN and the document. */
  readonly cloudFormation?: readonly [type: string, arn: string, field: string]
}

/** The place of such a policy. */
export function byArn({ service, only, cli, query, terraform, cloudFormation, ...names }: ByArn): Place {
  const { get = 'get-resource-policy', put = 'put-resource-policy', arn = 'resource-arn', document = 'policy' } = names
  return {
    type: 'resource',
    console: readWithCli,
    resource: { service, name: 'arn', ...(only ? { only } : {}) },
    standIn: '<RESOURCE_ARN>',
    get: `aws ${cli} ${get} --${arn} {} --query ${query} --output text`,
    ...(put === 'none' ? {} : { put: [`aws ${cli} ${put} --${arn} {} --${document} file://policy.json`] }),
    ...(terraform ? { terraform: { type: terraform[0], lines: [`${terraform[1]} = "{}"`], field: terraform[2] } } : {}),
    ...(cloudFormation
      ? {
          cloudFormation: {
            type: cloudFormation[0],
            properties: { [cloudFormation[1]]: '{}' },
            field: cloudFormation[2],
          },
        }
      : {}),
  }
}
