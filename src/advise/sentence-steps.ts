import type { NonEmpty } from '../text/index.ts'
import { messagesOf } from '../words/index.ts'
import { appSteps } from './app-sentence-steps.ts'
import type { Step } from './diagnosis.ts'

const told = messagesOf('sentence-steps', {
  mapInOpenSearch: 'Map the caller to a role in OpenSearch',
  mapInOpenSearchText:
    'In OpenSearch Dashboards, open Security, then Roles. Choose a role that has the permission, and add the caller under Mapped users: an IAM role or user as a backend role, by the ARN that the message lists in backend_roles; a user of the internal database by its name.',
  grantInOpenSearch: 'Check where that role has the permission',
  grantInOpenSearchText:
    'OpenSearch looks for permissions that begin with “indices:” among a role’s index permissions, and only for index patterns that match every index of the request. Those that begin with “cluster:” belong to its cluster permissions.',
  readDataAccess: 'Read the collection’s data access policies',
  readDataAccessText:
    'One of them must name the caller’s role or user in Principal, and grant what the call does on the collection or the index, such as aoss:CreateIndex or aoss:WriteDocument. A new or changed policy takes up to a minute to apply, so try again then.',
  allowApi: 'Check that an IAM policy allows aoss:APIAccessAll',
  allowApiText:
    'OpenSearch Serverless checks both: an identity-based policy of the caller must allow aoss:APIAccessAll on the collection, too.',
  mapRuleRole: 'Map the rule’s role to a role in OpenSearch',
  mapRuleRoleText:
    'If the domain uses fine-grained access control, it asks OpenSearch’s own roles, too. In OpenSearch Dashboards, open Security, then Roles, choose a role that can write to the index, and add the ARN of the rule’s role as a backend role under Mapped users. The domain’s access policy must let that role in as well.',
  seeModelAccess: 'See whether the account has access to the model',
  seeModelAccessText:
    'Amazon Bedrock gives access to models per account. The command prints whether the agreement, the authorization, and the Region are there for this model. Run it in the Region of your call.',
  meetModelTerms: 'Do what the model asks for',
  meetModelTermsText:
    'The first call to a model that’s sold in AWS Marketplace must come from someone who has aws-marketplace:Subscribe and aws-marketplace:ViewSubscriptions, and the account needs a valid payment method. Anthropic’s models also need the use case form: choose the model in the model catalog of the Bedrock console.',
  askForAccount: 'Ask AWS about the account',
  askForAccountText:
    'AWS gives access to some models account by account. If the model is available to your account and the call still fails, contact AWS Sales or AWS Support: a new account may have to be verified first.',
  createPrincipals: 'Create the principals that the key policy names',
  createPrincipalsText:
    'Every user and role in the policy must exist when the key is created. Often it’s a service-linked role, such as AWSServiceRoleForAutoScaling, that the account doesn’t have yet: the command creates that one. Otherwise, correct the account, the path, or the name in the ARN, and make Terraform create the role first.',
  allowAccount: 'Let the account administer the key, in the key policy',
  allowAccountText:
    'Add this statement, which AWS’s default key policy has too, and send the request again. It lets the account’s IAM policies decide who can use and change the key.',
  allowCaller: 'Or allow kms:PutKeyPolicy to the role or user that sends the request',
  allowCallerText:
    'The statement must name that identity itself, such as the role of the pipeline, and its conditions must be true for the next call as well. If that identity is deleted, no one can change the key any more: only AWS Support can help then. So don’t bypass the check.',
  seeProfile: 'See whether the instance profile exists and has a role',
  seeProfileText:
    'EC2 takes the name of an instance profile, not the name of a role. The IAM console makes a profile of the same name for each role; the CLI, the API, and templates don’t. A new one takes a few seconds until EC2 knows it.',
  makeProfile: 'If there is none, create it and add the role',
  makeProfileText:
    'In Terraform, that’s aws_iam_instance_profile. With the CLI, call aws iam add-role-to-instance-profile after this. A profile holds one role:',
  otherPolicy: 'Attach another policy, or have the service create its own role',
  otherPolicyText:
    'Policies whose path is aws-service-role belong to service-linked roles, and only the service attaches them. This command creates such a role. For a role of your own, choose a policy whose path is service-role or none, or write one with the same statements.',
  shareWithOrganization: 'Turn on sharing with the organization',
  shareWithOrganizationText:
    'The management account runs this once, or turns on the setting in the AWS RAM console. The organization must have all features on. Trusted access in AWS Organizations isn’t enough: then RAM’s service-linked role is missing.',
  sharedWith: 'If it’s on, check whom you share with',
  sharedWithText:
    'The account, organizational unit, or organization must be part of your own organization, and the share must be in the Region of the resource.',
  copyWithOwnKey: 'Copy the snapshot with a customer managed key, and share the copy',
  copyWithOwnKeyText:
    'No key policy can let another account use an AWS managed key (aws/ebs). In Packer, set kms_key_id or region_kms_key_ids to a customer managed key. An AMI is copied with a key of your own in the same way.',
  whoseKey: 'See whose key encrypts the snapshot',
  whoseKeyText:
    'AWS means that no key policy can let the other account in. Then copy the snapshot with a customer managed key first, and share that copy.',
  shareKey: 'Share the customer managed key with the other account',
  shareKeyText:
    'The owner of the key adds the other account to the key policy, with kms:DescribeKey. In AWS Backup, the destination vault needs a customer managed key, too, unless AWS Backup manages the resource fully.',
  signInToPortal: 'Sign in again',
  signInToPortalText:
    'Name the profile that the call uses. A tool with a sign-in of its own (aws-vault, Granted) needs that one. If the error stays, run aws sso logout first.',
  passDevice: 'Pass the serial number of your device',
  passDeviceText:
    'This prints it. Pass it as --serial-number, as mfa_serial, or as the device of your tool. If it prints another user’s, the access keys are that user’s.',
  nextCode: 'If that’s the device already, use its next code',
  nextCodeText: 'Wait until the device shows another one, and send it at once.',
  compareObject: 'Compare the Region, the bucket, and the key',
  compareObjectText:
    'Run this with the credentials of the call. A Region other than that of the call is the reason: call the service in the bucket’s Region, or copy the object. “404” means that the key is wrong, and “403” that the caller lacks s3:GetObject on the object, or kms:Decrypt on its key.',
  ofCertificate: 'See which AWS IoT policies the certificate has',
  ofCertificateText:
    'One of them must allow iot:Connect on the client ID that the program uses. The certificate itself must be active:',
  seeIotLogs: 'Turn on AWS IoT’s logs if the policy looks right',
  seeIotLogsText:
    'They say why a connection was denied, such as AUTHORIZATION_FAILURE or DUPLICATE_CLIENTID, and with which client ID. They’re in the log group AWSIotLogsV2.',
  letMode: 'Let this way of signing in use the field',
  letModeText:
    'In the schema, add the directive for it to the type or field: @aws_iam, @aws_cognito_user_pools, @aws_api_key, @aws_oidc, or @aws_lambda. Without one, only the default way of the API counts. In Amplify, add a rule for it to @auth, such as { allow: private, provider: iam }.',
  adminRoles: 'In Amplify’s first generation, name the role of a function or a server',
  adminRolesText:
    'Its resolvers let only the roles of the identity pool and of the API’s own functions in through IAM. Put the role’s name under adminRoleNames in custom-roles.json of the API, and run amplify push. In the second generation, use allow.resource in the schema.',
  seeIdentities: 'See which identities are verified there',
  seeIdentitiesText:
    'The message names the Region and the identities. This lists what’s verified in that Region of the account: verify the address or its domain there, or send from the Region where it’s verified.',
  nameIdentity: 'If the identity belongs to another account, name its ARN in the call',
  nameIdentityText:
    'Otherwise SES looks for it in the account of the call. It’s SourceArn (and FromArn, ReturnPathArn) in version 1 of the API, FromEmailAddressIdentityArn in version 2, and the header X-SES-SOURCE-ARN over SMTP. The owner’s sending authorization policy must let your account in, too.',
  leaveSandbox: 'If it’s the recipient’s address, leave the sandbox',
  leaveSandboxText:
    'While ProductionAccessEnabled is false, SES delivers only to verified addresses. Request production access in the SES console, for this Region.',
  grantInQuickSight: 'Give QuickSight the bucket in its own console',
  grantInQuickSightText:
    'An administrator of QuickSight opens Manage QuickSight, then Security & permissions, and chooses the bucket under Amazon S3, with “Write permission for Athena Workgroup”. QuickSight then changes its role itself. If the bucket uses a KMS key, its key policy must let that role in, too.',
})

/**
 * What to do about one service's sentence, where its kind can't say it.
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html,
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html,
 * https://docs.aws.amazon.com/quicksight/latest/user/troubleshoot-athena-insufficient-permissions.html,
 * https://docs.aws.amazon.com/iot/latest/developerguide/opensearch-rule-action.html (2026-11-29)
 */
const steps: ReadonlyMap<string, NonEmpty<Step>> = new Map([
  ...appSteps,
  [
    'os-fgac',
    [
      { title: told('mapInOpenSearch'), text: told('mapInOpenSearchText'), owner: 'resource owner' },
      { title: told('grantInOpenSearch'), text: told('grantInOpenSearchText'), owner: 'resource owner' },
    ],
  ],
  [
    'aoss-data-access',
    [
      {
        title: told('readDataAccess'),
        text: told('readDataAccessText'),
        owner: 'resource owner',
        command: 'aws opensearchserverless list-access-policies --type data --resource collection/<COLLECTION_NAME>',
      },
      { title: told('allowApi'), text: told('allowApiText'), owner: 'account administrator' },
    ],
  ],
  [
    // https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html
    'sso-session',
    [
      {
        title: told('signInToPortal'),
        text: told('signInToPortalText'),
        owner: 'caller',
        command: 'aws sso login --profile <PROFILE_NAME>',
      },
    ],
  ],
  [
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html
    'sts-mfa-validate',
    [
      {
        title: told('passDevice'),
        text: told('passDeviceText'),
        owner: 'caller',
        command: "aws iam list-mfa-devices --query 'MFADevices[].[UserName,SerialNumber]' --output text",
      },
      { title: told('nextCode'), text: told('nextCodeText'), owner: 'caller' },
    ],
  ],
  ['iot-opensearch', [{ title: told('mapRuleRole'), text: told('mapRuleRoleText'), owner: 'resource owner' }]],
  [
    // https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html (2026-11-30)
    'br-account',
    [
      {
        title: told('seeModelAccess'),
        text: told('seeModelAccessText'),
        owner: 'caller',
        command: 'aws bedrock get-foundation-model-availability --model-id <MODEL_ID>',
      },
      { title: told('meetModelTerms'), text: told('meetModelTermsText'), owner: 'account administrator' },
      { title: told('askForAccount'), text: told('askForAccountText'), owner: 'account administrator' },
    ],
  ],
  [
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html
    'kms-principals',
    [
      {
        title: told('createPrincipals'),
        text: told('createPrincipalsText'),
        owner: 'account administrator',
        command: 'aws iam create-service-linked-role --aws-service-name autoscaling.amazonaws.com',
      },
    ],
  ],
  [
    // https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html, https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    'kms-lockout',
    [
      {
        title: told('allowAccount'),
        text: told('allowAccountText'),
        owner: 'caller',
        statement: JSON.stringify(
          {
            Sid: 'EnableIamPolicies',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::<ACCOUNT_ID>:root' },
            Action: 'kms:*',
            Resource: '*',
          },
          null,
          2,
        ),
      },
      { title: told('allowCaller'), text: told('allowCallerText'), owner: 'caller' },
    ],
  ],
  [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
    'ec2-instance-profile',
    [
      {
        title: told('seeProfile'),
        text: told('seeProfileText'),
        owner: 'caller',
        command: 'aws iam get-instance-profile --instance-profile-name <PROFILE_NAME>',
      },
      {
        title: told('makeProfile'),
        text: told('makeProfileText'),
        owner: 'account administrator',
        command: 'aws iam create-instance-profile --instance-profile-name <PROFILE_NAME>',
      },
    ],
  ],
  [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
    'iam-service-policy',
    [
      {
        title: told('otherPolicy'),
        text: told('otherPolicyText'),
        owner: 'account administrator',
        command: 'aws iam create-service-linked-role --aws-service-name <SERVICE>.amazonaws.com',
      },
    ],
  ],
  [
    // https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html (2026-11-30)
    'ram-organization',
    [
      {
        title: told('shareWithOrganization'),
        text: told('shareWithOrganizationText'),
        owner: 'organization administrator',
        command: 'aws ram enable-sharing-with-aws-organization',
      },
      { title: told('sharedWith'), text: told('sharedWithText'), owner: 'caller' },
    ],
  ],
  [
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html (2026-11-30)
    'snapshot-key',
    [
      {
        title: told('whoseKey'),
        text: told('whoseKeyText'),
        owner: 'resource owner',
        command: 'aws kms describe-key --key-id <KEY_ID> --query KeyMetadata.KeyManager',
      },
      { title: told('shareKey'), text: told('shareKeyText'), owner: 'resource owner' },
    ],
  ],
  [
    // https://docs.aws.amazon.com/textract/latest/dg/API_S3Object.html, https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html (2026-11-30)
    's3-metadata',
    [
      {
        title: told('compareObject'),
        text: told('compareObjectText'),
        owner: 'caller',
        command: [
          'aws s3api head-bucket --bucket <BUCKET_NAME> --query BucketRegion',
          'aws s3api head-object --bucket <BUCKET_NAME> --key <KEY>',
        ].join('\n'),
      },
    ],
  ],
  [
    // https://docs.aws.amazon.com/iot/latest/developerguide/diagnosing-connectivity-issues.html, https://docs.aws.amazon.com/iot/latest/developerguide/cwl-format.html (2026-11-30)
    'iot-hangup',
    [
      {
        title: told('ofCertificate'),
        text: told('ofCertificateText'),
        owner: 'resource owner',
        command: 'aws iot list-attached-policies --target <CERTIFICATE_ARN>',
      },
      { title: told('seeIotLogs'), text: told('seeIotLogsText'), owner: 'account administrator' },
    ],
  ],
  [
    // https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html, https://docs.amplify.aws/gen1/react/build-a-backend/graphqlapi/customize-authorization-rules/ (2026-11-30)
    'appsync-field',
    [
      { title: told('letMode'), text: told('letModeText'), owner: 'resource owner' },
      { title: told('adminRoles'), text: told('adminRolesText'), owner: 'resource owner' },
    ],
  ],
  [
    // https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-delegate-sender-tasks-email.html (2026-11-30)
    'ses-unverified',
    [
      {
        title: told('seeIdentities'),
        text: told('seeIdentitiesText'),
        owner: 'caller',
        command: 'aws sesv2 list-email-identities --region <REGION>',
      },
      { title: told('nameIdentity'), text: told('nameIdentityText'), owner: 'caller' },
      {
        title: told('leaveSandbox'),
        text: told('leaveSandboxText'),
        owner: 'account administrator',
        command: 'aws sesv2 get-account --region <REGION>',
      },
    ],
  ],
  [
    // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html (2026-11-30)
    'snapshot-default-key',
    [
      {
        title: told('copyWithOwnKey'),
        text: told('copyWithOwnKeyText'),
        owner: 'resource owner',
        command:
          'aws ec2 copy-snapshot --source-region <REGION> --source-snapshot-id <SNAPSHOT_ID> --encrypted --kms-key-id <KEY_ID>',
      },
      { title: told('shareKey'), text: told('shareKeyText'), owner: 'resource owner' },
    ],
  ],
  [
    'qs-output',
    [{ title: told('grantInQuickSight'), text: told('grantInQuickSightText'), owner: 'account administrator' }],
  ],
])

/** The steps for a sentence, by its name in `denial/sentences`; undefined where its kind says enough. */
export const sentenceSteps = (id: string | undefined): NonEmpty<Step> | undefined =>
  id === undefined ? undefined : steps.get(id)
