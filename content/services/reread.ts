const docs = 'https://docs.aws.amazon.com'

/** AWS's pages that were read again, whole or the part that a denial is about, on 2026-11-29. */
export const sourcesReread: ReadonlySet<string> = new Set(
  [
    'AWSCloudFormation/latest/UserGuide/control-access-with-iam',
    'AWSEC2/latest/UserGuide/service-linked-roles-spot-instance-requests',
    'AWSEC2/latest/UserGuide/supported-iam-actions-tagging',
    'AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-access-denied',
    'AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-api-errors',
    'AmazonECR/latest/userguide/common-errors-docker',
    'AmazonECR/latest/userguide/image-push-iam',
    'AmazonECS/latest/developerguide/ecs-exec',
    'AmazonECS/latest/developerguide/resource-initialization-error',
    'AmazonRDS/latest/UserGuide/USER_ExportSnapshot.failure-msg',
    'AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles',
    'AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Troubleshooting',
    'AmazonRDS/latest/UserGuide/security_iam_service-with-iam',
    'amazondynamodb/latest/developerguide/abac-enable-ddb',
    'amazondynamodb/latest/developerguide/encryption.usagenotes',
    'apigateway/latest/developerguide/apigateway-authorization-flow',
    'apigateway/latest/developerguide/supported-gateway-response-types',
    'bedrock/latest/userguide/inference-profiles-prereq',
    'bedrock/latest/userguide/model-access',
    'codebuild/latest/userguide/troubleshooting',
    'codepipeline/latest/userguide/action-reference-ECS',
    'codepipeline/latest/userguide/troubleshooting',
    'config/latest/APIReference/API_DescribeOrganizationConformancePacks',
    'cost-management/latest/userguide/ce-access',
    'eks/latest/userguide/view-kubernetes-resources',
    'glue/latest/dg/error-crawler-config-lf',
    'kms/latest/developerguide/policy-evaluation',
    'lambda/latest/dg/services-sqs-configure',
    'lambda/latest/dg/urls-auth',
    'organizations/latest/userguide/orgs_security_default_controls',
    'organizations/latest/userguide/orgs_troubleshoot',
    'quick/latest/userguide/troubleshoot-connect-S3',
    'redshift/latest/mgmt/authorizing-redshift-service',
    'secretsmanager/latest/userguide/troubleshoot',
    'singlesignon/latest/userguide/delegated-admin',
    'sns/latest/dg/sns-key-management',
    'systems-manager/latest/userguide/secure-string-parameter-kms-encryption',
  ].map((page) => `${docs}/${page}.html`),
)

/** The day on which the source of a denial was last read. */
export const readOn = (source: string): string => (sourcesReread.has(source) ? '2026-11-29' : '2026-11-28')
