import { allow, notAllowed, own, type ServiceDenial, userid, username } from './service-denial.ts'

const ssmArn = 'arn:aws:ssm:eu-central-1:111122223333'

export const ssm: readonly ServiceDenial[] = [
  {
    title: 'GetParameter, GetParameters, and GetParametersByPath are three permissions',
    message: notAllowed('ssm:GetParameters', `${ssmArn}:parameter/orders/db`),
    cause:
      'Your policy often has `ssm:GetParameter`, and the program calls `GetParameters`. And the slash of a name isn’t doubled in the ARN: `/orders/db` is `parameter/orders/db`.',
    check: { says: 'Compare the action in the message with the one in your policy.' },
    fix: {
      says: 'Allow all three for one path.',
      policy: own(
        allow(
          ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
          [`${ssmArn}:parameter/orders`, `${ssmArn}:parameter/orders/*`],
        ),
      ),
    },
    verify: 'Run `aws ssm get-parameters --names /orders/db --query InvalidParameters`. You should see an empty list.',
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-setting-up.html',
  },
  {
    title: 'A SecureString needs its key',
    message:
      'An error occurred (AccessDeniedException) when calling the GetParameter operation: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    cause: 'The parameter is encrypted with your own key, and `kms:Decrypt` is missing.',
    check: {
      command:
        'aws ssm describe-parameters --parameter-filters Key=Name,Values=<PARAMETER_NAME> --query "Parameters[].KeyId" --output text',
      says: 'Anything but `alias/aws/ssm` is your own key.',
    },
    fix: {
      says: 'Allow the key, only for parameters of this path.',
      policy: {
        ...own(
          allow('kms:Decrypt', 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab', {
            StringLike: { 'kms:EncryptionContext:PARAMETER_ARN': `${ssmArn}:parameter/orders/*` },
          }),
        ),
        request: {
          action: 'kms:Decrypt',
          resource: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        },
        context: { 'kms:EncryptionContext:PARAMETER_ARN': `${ssmArn}:parameter/orders/db` },
      },
    },
    verify: 'Run `aws ssm get-parameter --name /orders/db --with-decryption --query Parameter.Version --output text`.',
    source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
    article: 'policies/kms-key',
  },
  {
    title: 'Session Manager needs the instance and the document',
    message: notAllowed('ssm:StartSession', 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc1234def567890'),
    cause:
      'Starting a session is checked on the instance and, if one is named, on the session document. The session itself then opens a data channel, which is a permission of its own.',
    check: { says: 'The message names one of the two. The other one comes next.' },
    fix: {
      says: 'Allow both, and the data channel of your own sessions. Where sessions are encrypted with your own key, also allow `kms:GenerateDataKey` on it.',
      policy: own(
        allow('ssm:StartSession', [
          'arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc1234def567890',
          `${ssmArn}:document/SSM-SessionManagerRunShell`,
        ]),
        allow('ssmmessages:OpenDataChannel', `arn:aws:ssm:*:*:session/${userid}-*`),
      ),
    },
    verify: 'Run `aws ssm start-session --target <INSTANCE_ID>`. You should see a prompt.',
    source:
      'https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html',
  },
  {
    title: 'TerminateSession is denied, although you started a session',
    message: notAllowed('ssm:TerminateSession', `${ssmArn}:session/mateojackson-0123456789abcdef0`),
    cause:
      'This one misleads. The session began, the Session Manager plugin isn’t installed on your computer, and the CLI tries to end the session.',
    check: { says: 'Run `session-manager-plugin --version`. If the command isn’t found, that’s the cause.' },
    fix: {
      says: 'Install the plugin. Everyone should also be able to end their own sessions.',
      policy: {
        ...own(allow(['ssm:ResumeSession', 'ssm:TerminateSession'], `arn:aws:ssm:*:*:session/${username}-*`)),
      },
    },
    verify: 'Run `aws ssm start-session --target <INSTANCE_ID>`. You should see a prompt.',
    source: 'https://github.com/aws/aws-cli/issues/9837',
  },
  {
    title: 'The agent on the instance is denied',
    message:
      'createDataChannel request failed: unexpected response from the service <AccessDeniedException> <Message>User: arn:aws:sts::111122223333:assumed-role/WebServer/i-0abc1234def567890 is not authorized to perform: ssmmessages:CreateDataChannel on resource: arn:aws:ssmmessages:eu-central-1:111122223333:* with an explicit deny in a service control policy</Message>',
    cause:
      'AWS denied the instance’s role, not you. Here an SCP lists the allowed services and leaves out `ssmmessages`. Without an SCP, the role lacks `AmazonSSMManagedInstanceCore`.',
    check: {
      command:
        'aws ssm describe-instance-information --query "InstanceInformationList[].[InstanceId,PingStatus]" --output text',
      says: '`Online` means that the agent can work.',
    },
    fix: {
      says: 'The administrator of the organization adds `ssmmessages` to the SCP. The instance’s role needs these actions.',
      policy: {
        ...own(
          allow(
            [
              'ssm:UpdateInstanceInformation',
              'ssmmessages:CreateControlChannel',
              'ssmmessages:CreateDataChannel',
              'ssmmessages:OpenControlChannel',
              'ssmmessages:OpenDataChannel',
            ],
            '*',
          ),
        ),
        request: { action: 'ssmmessages:CreateDataChannel', resource: '*' },
      },
    },
    verify: 'The command above says `Online` after some minutes.',
    source: 'https://github.com/awslabs/landing-zone-accelerator-on-aws/pull/330',
    article: 'messages/scp-explicit',
  },
]
