import { type EscalationPath, paths } from './path.ts'

const catalogue = 'https://pathfinding.cloud/paths'
const aws = 'https://docs.aws.amazon.com'
const tricks = (name: string): string =>
  `https://github.com/HackTricks-wiki/hacktricks-cloud/blob/master/src/pentesting-cloud/aws-security/aws-privilege-escalation/${name}/README.md`

/** Paths through compute and deployment services: the caller gets the permissions of a role that something else works with. */
export const serviceEscalationPaths: readonly EscalationPath[] = [
  ...paths(
    'run their own code with the role of any Lambda function',
    ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'],
    { source: `${catalogue}/lambda-003` },
  ),
  ...paths('run any Lambda function with input of their own, in any account', ['lambda:AddPermission'], {
    source: tricks('aws-lambda-privesc'),
  }),
  ...paths('run any Lambda function with input of their own, in any account', ['lambda:PutResourcePolicy'], {
    source: `${aws}/lambda/latest/api/API_PutResourcePolicy.html`,
  }),
  ...paths(
    'run commands with the role of any managed instance',
    [
      'ssm:SendCommand',
      'ssm:StartSession',
      'ssm:ResumeSession',
      'ssm:CreateAssociation',
      'ssm:UpdateAssociation',
      'ssm:UpdateDocument ssm:UpdateDocumentDefaultVersion',
      'ssm:RegisterTaskWithMaintenanceWindow ssm:RegisterTargetWithMaintenanceWindow',
    ],
    { source: `${catalogue}/ssm-002` },
  ),
  ...paths(
    'log in to any instance that they reach, and use its role',
    [
      'ec2-instance-connect:SendSSHPublicKey',
      'ec2-instance-connect:SendSerialConsoleSSHPublicKey',
      'ec2:GetPasswordData',
    ],
    { source: `${catalogue}/ec2instanceconnect-003` },
  ),
  ...paths(
    'let an application that forwards requests reach the credentials of any instance',
    ['ec2:ModifyInstanceMetadataOptions'],
    { source: tricks('aws-ec2-privesc') },
  ),
  ...paths(
    'run their own commands when an instance starts, with its role',
    [
      'ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances',
      'ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate',
    ],
    { source: `${catalogue}/ec2-002` },
  ),
  ...paths('run commands in any ECS task, with its role', ['ecs:ExecuteCommand'], {
    source: `${aws}/AmazonECS/latest/developerguide/ecs-exec.html`,
  }),
  ...paths(
    'put their own code into an image that something else runs, with its role',
    [
      'ecr:GetAuthorizationToken ecr:PutImage ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:BatchCheckLayerAvailability',
    ],
    { source: tricks('aws-ecr-privesc') },
  ),
  ...paths(
    'let anyone replace the images that something else runs',
    ['ecr:SetRepositoryPolicy', 'ecr:PutRegistryPolicy'],
    {
      source: tricks('aws-ecr-privesc'),
    },
  ),
  ...paths(
    'become an administrator of any EKS cluster, and use the roles of its pods and nodes',
    ['eks:CreateAccessEntry eks:AssociateAccessPolicy'],
    { source: `${aws}/eks/latest/userguide/access-entries.html` },
  ),
  ...paths('run their own code with the role of any App Runner service', ['apprunner:UpdateService'], {
    source: `${catalogue}/apprunner-002`,
  }),
  ...paths(
    'change any stack with the role that it was deployed with',
    ['cloudformation:UpdateStack', 'cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet'],
    { source: `${catalogue}/cloudformation-002` },
  ),
  ...paths(
    'run their own commands with the role of any build project',
    ['codebuild:StartBuild', 'codebuild:StartBuildBatch', 'codebuild:RetryBuild', 'codebuild:UpdateProject'],
    { source: `${catalogue}/codebuild-002` },
  ),
  ...paths('take the credentials that a pipeline gives to a custom action', ['codepipeline:PollForJobs'], {
    source: tricks('aws-codepipeline-privesc'),
  }),
  ...paths(
    'deploy their own code to any Elastic Beanstalk environment, with its role',
    ['elasticbeanstalk:CreateApplicationVersion elasticbeanstalk:UpdateEnvironment'],
    { source: tricks('aws-elastic-beanstalk-privesc') },
  ),
  ...paths(
    'launch a version of a product of their own with the product’s launch role',
    ['servicecatalog:CreateProvisioningArtifact servicecatalog:ProvisionProduct'],
    { source: `${aws}/servicecatalog/latest/adminguide/constraints-launch.html` },
  ),
  ...paths('log in to any Glue development endpoint, and use its role', ['glue:UpdateDevEndpoint'], {
    source: `${catalogue}/glue-002`,
  }),
  ...paths(
    'open any notebook, and use its role',
    ['sagemaker:CreatePresignedNotebookInstanceUrl', 'sagemaker:CreatePresignedDomainUrl'],
    { source: `${catalogue}/sagemaker-004` },
  ),
  ...paths(
    'run their own commands when a notebook starts, with its role',
    [
      'sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance',
    ],
    { source: `${catalogue}/sagemaker-005` },
  ),
  ...paths(
    'run their own code with the role of any code interpreter',
    ['bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter'],
    { source: `${catalogue}/bedrock-002` },
  ),
  ...paths(
    'run commands in any Airflow environment, with its role',
    ['airflow:CreateCliToken', 'airflow:CreateWebLoginToken'],
    {
      source: 'https://github.com/salesforce/cloudsplaining/blob/master/cloudsplaining/shared/constants.py',
    },
  ),
  ...paths(
    'use the credentials of someone else’s Cloud9 environment',
    ['cloud9:CreateEnvironmentToken', 'cloud9:CreateEnvironmentMembership'],
    { source: 'https://github.com/salesforce/cloudsplaining/blob/master/cloudsplaining/shared/constants.py' },
  ),
  ...paths('call any API with the role of any state machine', ['states:UpdateStateMachine'], {
    source: tricks('aws-stepfunctions-privesc'),
  }),
  ...paths('let anyone into an identity pool, and use its role', ['cognito-identity:UpdateIdentityPool'], {
    source: tricks('aws-cognito-privesc'),
  }),
  ...paths(
    'act as any user of a user pool, and use the role of its group',
    [
      'cognito-idp:AdminSetUserPassword',
      'cognito-idp:AdminUpdateUserAttributes',
      'cognito-idp:AdminInitiateAuth',
      'cognito-idp:AdminAddUserToGroup',
    ],
    { source: tricks('aws-cognito-privesc') },
  ),
  ...paths(
    'have any Lambda function that handles uploads take input of their own',
    ['s3:PutBucketNotification s3:PutObject'],
    { source: tricks('aws-s3-privesc') },
  ),
  ...paths('change the password of any user of the directory, and sign in as that user', ['ds:ResetUserPassword'], {
    source: tricks('aws-directory-services-privesc'),
  }),
  ...paths(
    'intercept traffic between clients and AWS in the VPC, with certificates that the clients trust',
    ['acm-pca:IssueCertificate acm-pca:GetCertificate route53:ChangeResourceRecordSets'],
    {
      source: tricks(
        'route53-createhostedzone-route53-changeresourcerecordsets-acm-pca-issuecertificate-acm-pca-getcer',
      ),
    },
  ),
  ...paths('assume every role that trusts this account', ['sts:AssumeRole'], { source: `${catalogue}/sts-001` }),
]
