// biome-ignore-all lint/suspicious/noTemplateCurlyInString: SAM writes its templates this way
import { type JsonMember, type JsonNode, type JsonObject, member } from '../../text/index.ts'

/** The actions and the resources of one statement; `{Name}` is the template's parameter. Resources come without "arn:", partition, and colon. */
type Grant = readonly [actions: string, ...resources: readonly string[]]

const here = '${AWS::Region}:${AWS::AccountId}'
const table = `dynamodb:${here}:table/{TableName}`
const inTable = [table, `${table}/index/*`] as const
const bucket = 's3:::{BucketName}'
const inBucket = [bucket, `${bucket}/*`] as const
const stream = `kinesis:${here}:stream/{StreamName}`
const identity = `ses:${here}:identity/{IdentityName}`
const collection = `rekognition:${here}:collection/{CollectionId}`
const delivery = `firehose:${here}:deliverystream/{DeliveryStreamName}`
const everything = '*'

/**
 * What AWS SAM's policy templates grant. Actions without a prefix belong to the service of the one before.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html (2026-11-28)
 */
// biome-ignore format: one template per line
const templates: ReadonlyMap<string, readonly Grant[]> = new Map<string, readonly Grant[]>([
  ['AMIDescribePolicy', [['ec2:DescribeImages', `ec2:${here}:image/*`]]],
  ['AWSSecretsManagerGetSecretValuePolicy', [['secretsmanager:GetSecretValue', '{SecretArn}']]],
  ['CloudFormationDescribeStacksPolicy', [['cloudformation:DescribeStacks', `cloudformation:${here}:stack/*`]]],
  ['CloudWatchDashboardPolicy', [['cloudwatch:GetDashboard ListDashboards PutDashboard ListMetrics', everything]]],
  ['CloudWatchDescribeAlarmHistoryPolicy', [['cloudwatch:DescribeAlarmHistory', everything]]],
  ['CloudWatchPutMetricPolicy', [['cloudwatch:PutMetricData', everything]]],
  ['CodePipelineLambdaExecutionPolicy', [['codepipeline:PutJobSuccessResult PutJobFailureResult', everything]]],
  ['CodePipelineReadOnlyPolicy', [['codepipeline:ListPipelineExecutions', `codepipeline:${here}:{PipelineName}`]]],
  ['ComprehendBasicAccessPolicy', [['comprehend:BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment', everything]]],
  ['CostExplorerReadOnlyPolicy', [['ce:GetCostAndUsage GetDimensionValues GetReservationCoverage GetReservationPurchaseRecommendation GetReservationUtilization GetTags', everything]]],
  ['DynamoDBBackupFullAccessPolicy', [['dynamodb:CreateBackup DescribeContinuousBackups', table], ['dynamodb:DeleteBackup DescribeBackup ListBackups', `${table}/backup/*`]]],
  ['DynamoDBCrudPolicy', [['dynamodb:GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable ConditionCheckItem', ...inTable]]],
  ['DynamoDBReadPolicy', [['dynamodb:GetItem Scan Query BatchGetItem DescribeTable', ...inTable]]],
  ['DynamoDBReconfigurePolicy', [['dynamodb:UpdateTable', table]]],
  ['DynamoDBStreamReadPolicy', [['dynamodb:DescribeStream GetRecords GetShardIterator', `${table}/stream/{StreamName}`], ['dynamodb:ListStreams', `${table}/stream/*`]]],
  ['DynamoDBWritePolicy', [['dynamodb:PutItem UpdateItem BatchWriteItem', ...inTable]]],
  ['EC2CopyImagePolicy', [['ec2:CopyImage', `ec2:${here}:image/{ImageId}`]]],
  ['EC2DescribePolicy', [['ec2:DescribeRegions DescribeInstances', everything]]],
  ['EKSDescribePolicy', [['eks:DescribeCluster ListClusters', everything]]],
  ['ElasticsearchHttpPostPolicy', [['es:ESHttpPost ESHttpPut', `es:${here}:domain/{DomainName}/*`]]],
  ['EventBridgePutEventsPolicy', [['events:PutEvents', `events:${here}:event-bus/{EventBusName}`]]],
  ['FilterLogEventsPolicy', [['logs:FilterLogEvents', `logs:${here}:log-group:{LogGroupName}:log-stream:*`]]],
  ['FirehoseCrudPolicy', [['firehose:CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord PutRecordBatch UpdateDestination', delivery]]],
  ['FirehoseWritePolicy', [['firehose:PutRecord PutRecordBatch', delivery]]],
  ['KMSDecryptPolicy', [['kms:Decrypt', `kms:${here}:key/{KeyId}`]]],
  ['KMSEncryptPolicy', [['kms:Encrypt', `kms:${here}:key/{KeyId}`]]],
  ['KinesisCrudPolicy', [['kinesis:AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod ListTagsForStream MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream', stream]]],
  ['KinesisStreamReadPolicy', [['kinesis:ListStreams DescribeLimits', `kinesis:${here}:stream/*`], ['kinesis:DescribeStream DescribeStreamSummary GetRecords GetShardIterator', stream]]],
  ['LambdaInvokePolicy', [['lambda:InvokeFunction', `lambda:${here}:function:{FunctionName}*`]]],
  ['OrganizationsListAccountsPolicy', [['organizations:ListAccounts', everything]]],
  ['RekognitionDetectOnlyPolicy', [['rekognition:DetectFaces DetectLabels DetectModerationLabels DetectText', everything]]],
  ['RekognitionFacesManagementPolicy', [['rekognition:IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces', collection]]],
  ['RekognitionFacesPolicy', [['rekognition:CompareFaces DetectFaces', everything]]],
  ['RekognitionLabelsPolicy', [['rekognition:DetectLabels DetectModerationLabels', everything]]],
  ['RekognitionNoDataAccessPolicy', [['rekognition:CompareFaces DetectFaces DetectLabels DetectModerationLabels', collection]]],
  ['RekognitionReadPolicy', [['rekognition:ListCollections ListFaces SearchFaces SearchFacesByImage', collection]]],
  ['RekognitionWriteOnlyAccessPolicy', [['rekognition:CreateCollection IndexFaces', collection]]],
  ['S3CrudPolicy', [['s3:GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl GetLifecycleConfiguration PutLifecycleConfiguration DeleteObject', ...inBucket]]],
  ['S3FullAccessPolicy', [['s3:GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject DeleteObjectTagging DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging PutObjectTagging PutObjectVersionTagging', `${bucket}/*`], ['s3:ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration', bucket]]],
  ['S3ReadPolicy', [['s3:GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration', ...inBucket]]],
  ['S3WritePolicy', [['s3:PutObject PutObjectAcl PutLifecycleConfiguration', ...inBucket]]],
  ['SESBulkTemplatedCrudPolicy', [['ses:GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail VerifyEmailIdentity', identity]]],
  ['SESCrudPolicy', [['ses:GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity', identity]]],
  ['SESEmailTemplateCrudPolicy', [['ses:CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate', everything]]],
  ['SESSendBouncePolicy', [['ses:SendBounce', identity]]],
  ['SNSCrudPolicy', [['sns:ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish', `sns:${here}:{TopicName}*`]]],
  ['SNSPublishMessagePolicy', [['sns:Publish', `sns:${here}:{TopicName}`]]],
  ['SQSPollerPolicy', [['sqs:ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch GetQueueAttributes ReceiveMessage', `sqs:${here}:{QueueName}`]]],
  ['SQSSendMessagePolicy', [['sqs:SendMessage*', `sqs:${here}:{QueueName}`]]],
  ['SSMParameterReadPolicy', [['ssm:DescribeParameters', everything], ['ssm:GetParameters GetParameter GetParametersByPath', `ssm:${here}:parameter/{ParameterName}`]]],
  ['StepFunctionsExecutionPolicy', [['states:StartExecution', `states:${here}:stateMachine:{StateMachineName}`]]],
  ['TextractDetectAnalyzePolicy', [['textract:DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument', everything]]],
  ['TextractGetResultPolicy', [['textract:GetDocumentTextDetection GetDocumentAnalysis', everything]]],
  ['VPCAccessPolicy', [['ec2:CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DetachNetworkInterface', everything]]],
])

/** The template that an entry of a function's `Policies` names, with the statements that SAM makes of it; undefined for any other entry. */
export interface SamTemplate {
  readonly name: string
  /** Undefined for a template that isn't in the table. */
  readonly statements: readonly JsonNode[] | undefined
}

/** Reads `S3ReadPolicy: {BucketName: …}`. A parameter that the text doesn't give is a symbol. */
export function samTemplate(node: JsonObject): SamTemplate | undefined {
  const [only, ...more] = node.members
  if (!only || more.length > 0 || !/^[A-Z]\w{2,60}Policy$/.test(only.key.value)) return undefined
  const { key, value } = only
  if (value.kind !== 'object' && value.kind !== 'null') return undefined
  const grants = templates.get(key.value)
  return { name: key.value, statements: grants?.map((grant) => statementOf(grant, value, node)) }
}

function statementOf([actions, ...resources]: Grant, parameters: JsonNode, { span }: JsonObject): JsonNode {
  const text = (value: string): JsonNode => ({ kind: 'string', value, span })
  const list = (items: readonly string[]): JsonNode => ({ kind: 'array', items: items.map(text), span })
  const of = (key: string, value: JsonNode): JsonMember => ({ key: { value: key, span }, value })
  const prefix = actions.slice(0, actions.indexOf(':'))
  const names = actions.slice(prefix.length + 1).split(' ')
  return {
    kind: 'object',
    members: [
      of('Effect', text('Allow')),
      of('Action', list(names.map((name) => `${prefix}:${name}`))),
      of('Resource', list(resources.map((resource) => filled(resource, parameters)))),
    ],
    span,
  }
}

/** The ARN with the parameters put in. Whatever the partition is, it's the account's own: "*" says so without a symbol. */
function filled(resource: string, parameters: JsonNode): string {
  const own = resource.replaceAll(/\{(\w+)\}(?<!\$\{\w*\})/g, (_, name: string) => {
    const value = parameters.kind === 'object' ? member(parameters, name) : undefined
    return value?.kind === 'string' ? value.value : `\${${name}}`
  })
  return own === '*' || resource === '{SecretArn}' ? own : `arn:*:${own}`
}
