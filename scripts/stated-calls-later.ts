// What AWS's pages say that a caller also needs, read later than stated-calls.ts. Rows of src/reference/facts/whole-calls.ts.
import type { CallNeed, WholeCallRow } from '../src/reference/index.ts'

const docs = 'https://docs.aws.amazon.com'

const page = (action: string, path: string, needs: readonly CallNeed[], passedTo?: string): WholeCallRow => ({
  action,
  types: [],
  needs,
  ...(passedTo === undefined ? {} : { passedTo }),
  source: `${docs}/${path}.html`,
  read: '2026-11-30',
})
const need = (actions: string, when: string | undefined, because: string, on?: string): CallNeed => ({
  actions,
  ...(on === undefined ? {} : { on }),
  ...(when === undefined ? {} : { when }),
  because,
})

/** CloudFormation reads what the template names with the caller's permissions, unless the stack has a role. */
const ofTemplate = (operation: string): WholeCallRow =>
  page(`cloudformation:${operation}`, 'AWSCloudFormation/latest/UserGuide/control-access-with-iam', [
    {
      ...need(
        's3:GetObject',
        'if the template is in a bucket (TemplateURL)',
        'CloudFormation reads the template with the caller’s permissions',
        'arn:{Partition}:s3:::{BucketName}/{ObjectName}',
      ),
      via: 'cloudformation.amazonaws.com',
    },
    {
      ...need(
        'ssm:GetParameters',
        'if the template has parameters of a type AWS::SSM::Parameter::Value',
        'CloudFormation reads them with the caller’s permissions',
      ),
      via: 'cloudformation.amazonaws.com',
    },
    need(
      'cloudformation:DescribeStacks cloudformation:DescribeStackEvents',
      'if the program waits for the result',
      'it asks until the stack is done',
    ),
    {
      ...need(
        'cloudformation:GetTemplateSummary cloudformation:ValidateTemplate cloudformation:GetTemplate',
        'if the console makes the call',
        'it reads and checks the template first',
      ),
      tools: 'Console',
    },
  ])

/** Rows for src/reference/facts/whole-calls.ts. */
export const laterCalls: readonly WholeCallRow[] = [
  ...['CreateStack', 'UpdateStack', 'CreateChangeSet'].map(ofTemplate),
]
