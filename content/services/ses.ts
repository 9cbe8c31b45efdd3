import { allow, own, type ServiceDenial } from './service-denial.ts'

const identity = 'arn:aws:ses:eu-west-1:111122223333:identity/example.com'

export const ses: readonly ServiceDenial[] = [
  {
    title: 'Sending through SMTP answers 554',
    message: `554 Access denied: User \`arn:aws:iam::111122223333:user/ses-smtp' is not authorized to perform \`ses:SendRawEmail' on resource \`${identity}'`,
    cause:
      'SMTP credentials belong to an IAM user, and SMTP uses `ses:SendRawEmail`. The policy lacks it, or names another identity. The sender’s address and its domain are two identities.',
    check: { says: 'Compare the identity in the message with your policy.' },
    fix: {
      says: 'Allow the identity. If you use a configuration set, add its ARN.',
      policy: {
        ...own(
          allow(
            ['ses:SendEmail', 'ses:SendRawEmail'],
            ['arn:aws:ses:eu-west-1:111122223333:configuration-set/default', identity],
          ),
        ),
        request: { action: 'ses:SendRawEmail', resource: identity },
      },
    },
    verify: 'Send a message again.',
    source: 'https://repost.aws/knowledge-center/amazon-ses-send-email-unauthorized-error',
  },
  {
    title: 'The address isn’t verified',
    message:
      'An error occurred (MessageRejected) when calling the SendEmail operation: Email address is not verified. The following identities failed the check in region EU-WEST-1: orders@example.com',
    cause:
      'No permission is missing. New accounts are in the sandbox, where recipients must be verified, too. Identities and the sandbox belong to a Region.',
    check: {
      command: 'aws sesv2 get-account --region <REGION> --query ProductionAccessEnabled --output text',
      says: '`False` means the sandbox.',
    },
    fix: { says: 'Verify the address or domain in this Region, or ask AWS for production access.' },
    verify: 'Send a message again.',
    source: 'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
  },
]
