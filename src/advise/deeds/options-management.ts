import type { Choice, Switch } from './choice.ts'

/** CloudFormation, CloudWatch, EventBridge, Systems Manager, SNS, SES, Route 53, ACM, RAM, Organizations. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const choices: readonly Choice[] = [
  [
    'cloudformation:RoleArn',
    'service role',
    'aws cloudformation create-stack --stack-name <STACK_NAME> --template-body file://template.yaml --role-arn <VALUE>',
    'aws cloudformation update-stack --stack-name <STACK_NAME> --use-previous-template --role-arn <VALUE>',
    'aws cloudformation create-change-set --stack-name <STACK_NAME> --change-set-name <CHANGE_SET_NAME> --role-arn <VALUE>',
    'aws cloudformation delete-stack --stack-name <STACK_NAME> --role-arn <VALUE>',
  ],
  [
    'cloudformation:TemplateUrl',
    'template URL',
    'aws cloudformation create-stack --stack-name <STACK_NAME> --template-url <VALUE>',
    'aws cloudformation update-stack --stack-name <STACK_NAME> --template-url <VALUE>',
    'aws cloudformation create-change-set --stack-name <STACK_NAME> --change-set-name <CHANGE_SET_NAME> --template-url <VALUE>',
  ],
  [
    'cloudformation:StackPolicyUrl',
    'stack policy URL',
    'aws cloudformation create-stack --stack-name <STACK_NAME> --stack-policy-url <VALUE>',
    'aws cloudformation set-stack-policy --stack-name <STACK_NAME> --stack-policy-url <VALUE>',
  ],
  [
    'cloudformation:ChangeSetName',
    'change set name',
    'aws cloudformation create-change-set --stack-name <STACK_NAME> --change-set-name <VALUE>',
    'aws cloudformation execute-change-set --stack-name <STACK_NAME> --change-set-name <VALUE>',
    'aws cloudformation delete-change-set --stack-name <STACK_NAME> --change-set-name <VALUE>',
  ],
  [
    'cloudformation:ResourceTypes',
    'resource type',
    'aws cloudformation create-stack --stack-name <STACK_NAME> --template-body file://template.yaml --resource-types <VALUE>',
    'aws cloudformation update-stack --stack-name <STACK_NAME> --use-previous-template --resource-types <VALUE>',
  ],
  [
    'cloudformation:TargetRegion',
    'target Region',
    'aws cloudformation create-stack-instances --stack-set-name <STACK_SET_NAME> --regions <VALUE>',
    'aws cloudformation delete-stack-instances --stack-set-name <STACK_SET_NAME> --no-retain-stacks --regions <VALUE>',
  ],
  [
    'cloudwatch:namespace',
    'namespace',
    'aws cloudwatch put-metric-data --metric-name <METRIC_NAME> --value 1 --namespace <VALUE>',
  ],
  [
    'cloudwatch:AlarmActions',
    'alarm action',
    'aws cloudwatch put-metric-alarm --alarm-name <ALARM_NAME> --evaluation-periods 1 --comparison-operator GreaterThanThreshold --alarm-actions <VALUE>',
  ],
  [
    'events:source',
    'event source',
    'aws events put-events --entries Source=<VALUE>,DetailType=<DETAIL_TYPE>,Detail={}',
  ],
  ['events:detail-type', 'detail type', 'aws events put-events --entries Source=<SOURCE>,DetailType=<VALUE>,Detail={}'],
  ['events:TargetArn', 'target', 'aws events put-targets --rule <RULE_NAME> --targets Id=1,Arn=<VALUE>'],
  ['events:creatorAccount', 'creator’s account'],
  [
    'ssm:DocumentVersion',
    'document version',
    'aws ssm send-command --document-name <DOCUMENT_NAME> --instance-ids <INSTANCE_ID> --document-version <VALUE>',
  ],
  [
    'sns:Protocol',
    'protocol',
    'aws sns subscribe --topic-arn <TOPIC_ARN> --notification-endpoint <ENDPOINT> --protocol <VALUE>',
  ],
  [
    'sns:Endpoint',
    'endpoint',
    'aws sns subscribe --topic-arn <TOPIC_ARN> --protocol <PROTOCOL> --notification-endpoint <VALUE>',
  ],
  [
    'ses:FromAddress',
    'sender address',
    'aws ses send-email --destination ToAddresses=<ADDRESS> --message file://message.json --from <VALUE>',
  ],
  [
    'ses:Recipients',
    'recipient',
    'aws ses send-email --from <ADDRESS> --message file://message.json --destination ToAddresses=<VALUE>',
  ],
  [
    'ses:FeedbackAddress',
    'address for bounces',
    'aws ses send-email --from <ADDRESS> --message file://message.json --destination ToAddresses=<ADDRESS> --return-path <VALUE>',
  ],
  [
    'ses:FromDisplayName',
    'sender name',
    'aws ses send-email --destination ToAddresses=<ADDRESS> --message file://message.json --from <SENDER>',
  ],
  [
    'route53:ChangeResourceRecordSetsRecordTypes',
    'record type',
    'aws route53 change-resource-record-sets --hosted-zone-id <HOSTED_ZONE_ID> --change-batch file://changes.json',
  ],
  [
    'route53:ChangeResourceRecordSetsActions',
    'change action',
    'aws route53 change-resource-record-sets --hosted-zone-id <HOSTED_ZONE_ID> --change-batch file://changes.json',
  ],
  [
    'route53:ChangeResourceRecordSetsNormalizedRecordNames',
    'record name',
    'aws route53 change-resource-record-sets --hosted-zone-id <HOSTED_ZONE_ID> --change-batch file://changes.json',
  ],
  [
    'route53:VPCs',
    'VPC',
    'aws route53 associate-vpc-with-hosted-zone --hosted-zone-id <HOSTED_ZONE_ID> --vpc VPCRegion=<REGION>,VPCId=<VPC_ID>',
  ],
  [
    'acm:ValidationMethod',
    'validation method',
    'aws acm request-certificate --domain-name <DOMAIN_NAME> --validation-method <VALUE>',
  ],
  ['acm:DomainNames', 'domain name', 'aws acm request-certificate --domain-name <VALUE>'],
  [
    'acm:KeyAlgorithm',
    'key algorithm',
    'aws acm request-certificate --domain-name <DOMAIN_NAME> --key-algorithm <VALUE>',
  ],
  [
    'acm:CertificateTransparencyLogging',
    'setting CertificateTransparencyLoggingPreference',
    'aws acm request-certificate --domain-name <DOMAIN_NAME> --options CertificateTransparencyLoggingPreference=<VALUE>',
  ],
  [
    'ram:Principal',
    'principal',
    'aws ram create-resource-share --name <SHARE_NAME> --principals <VALUE>',
    'aws ram associate-resource-share --resource-share-arn <SHARE_ARN> --principals <VALUE>',
  ],
  [
    'ram:ResourceArn',
    'resource',
    'aws ram create-resource-share --name <SHARE_NAME> --resource-arns <VALUE>',
    'aws ram associate-resource-share --resource-share-arn <SHARE_ARN> --resource-arns <VALUE>',
  ],
  [
    'ram:RequestedResourceType',
    'resource type',
    'aws ram create-resource-share --name <SHARE_NAME> --resource-arns <RESOURCE_ARN>',
    'aws ram associate-resource-share --resource-share-arn <SHARE_ARN> --resource-arns <RESOURCE_ARN>',
  ],
  ['ram:ResourceShareName', 'share name', 'aws ram create-resource-share --name <VALUE>'],
  [
    'organizations:PolicyType',
    'policy type',
    'aws organizations create-policy --content file://policy.json --description <DESCRIPTION> --name <POLICY_NAME> --type <VALUE>',
    'aws organizations enable-policy-type --root-id <ROOT_ID> --policy-type <VALUE>',
    'aws organizations list-policies --filter <VALUE>',
  ],
  [
    'organizations:ServicePrincipal',
    'service principal',
    'aws organizations enable-aws-service-access --service-principal <VALUE>',
    'aws organizations disable-aws-service-access --service-principal <VALUE>',
    'aws organizations register-delegated-administrator --account-id <ACCOUNT_ID> --service-principal <VALUE>',
  ],
  [
    'account:TargetRegion',
    'Region',
    'aws account enable-region --region-name <VALUE>',
    'aws account disable-region --region-name <VALUE>',
  ],
  [
    'account:AlternateContactTypes',
    'contact type',
    'aws account get-alternate-contact --alternate-contact-type <VALUE>',
    'aws account put-alternate-contact --name <NAME> --title <TITLE> --email-address <ADDRESS> --phone-number <NUMBER> --alternate-contact-type <VALUE>',
  ],
]

const switches: readonly Switch[] = [
  {
    key: 'ssm:Overwrite',
    what: 'overwriting',
    on: ['aws ssm put-parameter --name <NAME> --value <PARAMETER_VALUE> --overwrite'],
    off: ['aws ssm put-parameter --name <NAME> --value <PARAMETER_VALUE> --no-overwrite'],
  },
  {
    key: 'ssm:Recursive',
    what: 'the search below the path',
    on: ['aws ssm get-parameters-by-path --path <PATH> --recursive'],
    off: ['aws ssm get-parameters-by-path --path <PATH> --no-recursive'],
  },
  {
    key: 'ssm:SessionDocumentAccessCheck',
    what: 'the check of the session document',
    on: ['aws ssm start-session --target <INSTANCE_ID> --document-name SSM-SessionManagerRunShell'],
    off: ['aws ssm start-session --target <INSTANCE_ID>'],
  },
  {
    key: 'ram:RequestedAllowsExternalPrincipals',
    what: 'sharing outside the organization',
    on: ['aws ram create-resource-share --name <SHARE_NAME> --allow-external-principals'],
    off: ['aws ram create-resource-share --name <SHARE_NAME> --no-allow-external-principals'],
  },
]

export const ofManagement = { choices, switches }
