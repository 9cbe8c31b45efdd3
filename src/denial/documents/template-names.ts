// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its names this way
import { type JsonMember, type JsonNode, member } from '../../text/index.ts'

/** What CloudFormation gives for a resource of a type. */
interface NamedType {
  /** The property that holds its name, if the template's author chose one. */
  readonly property: string | undefined
  /** What follows "arn:aws:" in its ARN, with NAME for its name. */
  readonly arn: string
  /** What `Ref` gives. "other": the URL of a queue, for example. */
  readonly ref: 'name' | 'arn' | 'other'
  /** The attribute with the ARN. */
  readonly attribute: string
}

const here = '${AWS::Region}:${AWS::AccountId}'
const row = (
  property: string | undefined,
  arn: string,
  ref: NamedType['ref'] = 'name',
  attribute = 'Arn',
): NamedType => ({ property, arn, ref, attribute })

/** Each type's page says what `Ref` and `Fn::GetAtt` give: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html (2026-11-28) */
const types: ReadonlyMap<string, NamedType> = new Map([
  ['AWS::S3::Bucket', row('BucketName', 's3:::NAME')],
  ['AWS::SQS::Queue', row('QueueName', `sqs:${here}:NAME`, 'other')],
  ['AWS::SNS::Topic', row('TopicName', `sns:${here}:NAME`, 'arn', 'TopicArn')],
  ['AWS::DynamoDB::Table', row('TableName', `dynamodb:${here}:table/NAME`)],
  ['AWS::DynamoDB::GlobalTable', row('TableName', `dynamodb:${here}:table/NAME`)],
  ['AWS::Serverless::SimpleTable', row('TableName', `dynamodb:${here}:table/NAME`)],
  ['AWS::Lambda::Function', row('FunctionName', `lambda:${here}:function:NAME`)],
  ['AWS::Serverless::Function', row('FunctionName', `lambda:${here}:function:NAME`)],
  ['AWS::Kinesis::Stream', row('Name', `kinesis:${here}:stream/NAME`)],
  ['AWS::KMS::Key', row(undefined, `kms:${here}:key/NAME`)],
  ['AWS::ECR::Repository', row('RepositoryName', `ecr:${here}:repository/NAME`)],
  ['AWS::Logs::LogGroup', row('LogGroupName', `logs:${here}:log-group:NAME:*`)],
  ['AWS::StepFunctions::StateMachine', row('StateMachineName', `states:${here}:stateMachine:NAME`, 'arn')],
  ['AWS::Serverless::StateMachine', row('Name', `states:${here}:stateMachine:NAME`, 'arn')],
])

/** The value of "Reports" (`Ref`) or "Reports.Arn" (`Fn::GetAtt`), also inside `Fn::Sub`; undefined where the template doesn't say what it is. */
export type TemplateValue = (reference: string) => string | undefined

/**
 * What a template says about its own resources. A name that CloudFormation makes up is a symbol of its own ("${Reports name}"), because it never holds a
 * slash or a colon. `textOf` gives the text of a property, with symbols, if it is one.
 */
export function templateValues(root: JsonNode, textOf: (value: JsonNode) => string | undefined): TemplateValue {
  const named = new Map<string, { readonly type: NamedType; readonly name: string | undefined }>()
  for (const { key, value } of resourcesIn(root)) {
    const kind = member(value, 'Type')
    const type = kind?.kind === 'string' ? types.get(kind.value) : undefined
    // Two documents of one text can each have a resource of this name.
    if (type)
      named.set(key.value, { type, name: named.has(key.value) ? undefined : nameOf(key.value, value, type, textOf) })
  }
  return (reference) => {
    const [id = '', attribute, ...more] = reference.split('.')
    const found = named.get(id)
    if (found?.name === undefined || more.length > 0) return undefined
    const { type, name } = found
    const asked = attribute === undefined ? type.ref : attribute === type.attribute ? 'arn' : undefined
    if (asked === 'arn') return `arn:aws:${type.arn.replace('NAME', () => name)}`
    return asked === 'name' ? name : undefined
  }
}

/** The resources of the templates in a text; the Serverless Framework keeps its template's under `resources`. */
function resourcesIn(root: JsonNode): readonly JsonMember[] {
  const documents = root.kind === 'array' ? root.items : [root]
  return documents.flatMap((document) => {
    const found = member(document, 'Resources') ?? member(member(document, 'resources'), 'Resources')
    return found?.kind === 'object' ? found.members : []
  })
}

/** The name that the author chose, or a symbol; undefined for one that isn't a text, such as a choice. */
function nameOf(
  id: string,
  resource: JsonNode,
  { property }: NamedType,
  textOf: (value: JsonNode) => string | undefined,
): string | undefined {
  const chosen = property === undefined ? undefined : member(member(resource, 'Properties'), property)
  return chosen ? textOf(chosen) : `\${${id} name}`
}
