import { allow, notAllowed, own, type ServiceDenial, user } from './service-denial.ts'

const zone = 'arn:aws:route53:::hostedzone/Z0123456789EXAMPLE'

export const route53: readonly ServiceDenial[] = [
  {
    title: 'Listing zones by name accepts only "*"',
    message: notAllowed('route53:ListHostedZonesByName', '*'),
    cause:
      'This action doesn’t support resource-level permissions. Tools such as cert-manager call it first, unless you give them the zone’s ID.',
    check: { says: 'Look for the action in a statement with a zone’s ARN.' },
    fix: { says: 'Give it a statement of its own.', policy: own(allow('route53:ListHostedZonesByName', '*')) },
    verify:
      'Run `aws route53 list-hosted-zones-by-name --query "HostedZones[].Name" --output text`. You should see the zones.',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html',
  },
  {
    title: 'Records of a zone are denied',
    message: notAllowed('route53:ListResourceRecordSets', zone),
    cause: 'The policy names another zone. The ARN has no Region and no account number.',
    check: { says: 'Compare the zone’s ID in the message with your policy.' },
    fix: {
      says: 'Allow the zone.',
      policy: own(allow(['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'], zone)),
    },
    verify:
      'Run `aws route53 list-resource-record-sets --hosted-zone-id <ZONE_ID> --query "ResourceRecordSets[].Name" --output text`.',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html',
  },
  {
    title: 'Waiting for a change is a permission of its own',
    message: notAllowed('route53:GetChange', 'arn:aws:route53:::change/C0123456789EXAMPLE'),
    cause: 'Tools wait until a change has reached all servers. That action is on `change/*`, not on the zone.',
    check: { says: 'The resource in the message begins with `change/`.' },
    fix: { says: 'Allow it for all changes.', policy: own(allow('route53:GetChange', 'arn:aws:route53:::change/*')) },
    verify: 'Run the tool again.',
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html',
  },
  {
    title: 'The zone belongs to another account',
    message: `User: ${user} is not authorized to access this resource`,
    cause: 'The zone’s ID is wrong, or another account owns the zone. No policy of your account helps.',
    check: {
      command: 'aws route53 list-hosted-zones --query "HostedZones[].Id" --output text',
      says: 'If the ID isn’t there, the zone isn’t yours.',
    },
    fix: {
      says: 'Use a role in the zone’s account. Your own policy must allow assuming it, and the role must trust you.',
    },
    verify: 'Run `aws route53 get-hosted-zone --id <ZONE_ID> --query HostedZone.Name --output text` with that role.',
    source: 'https://github.com/aws/aws-sdk-php/issues/2141',
    article: 'roles/cross-account',
  },
  {
    title: 'A VPC of another account must be authorized first',
    message:
      'NotAuthorizedException: The VPC: vpc-0abc1234def567890 has not authorized to associate with your hosted zone.',
    cause: 'The VPC and the private zone are in different accounts. The zone’s owner has to authorize the VPC.',
    check: {
      command:
        'aws route53 list-vpc-association-authorizations --hosted-zone-id <ZONE_ID> --query "VPCs[].VPCId" --output text',
      says: 'You should see the VPC.',
    },
    fix: {
      says: 'The zone’s owner needs this policy, authorizes the VPC, and then the VPC’s owner associates it. Use the AWS CLI or an SDK: the console can’t do either.',
      policy: {
        ...own(allow(['route53:CreateVPCAssociationAuthorization', 'route53:DeleteVPCAssociationAuthorization'], zone)),
        request: { action: 'route53:CreateVPCAssociationAuthorization', resource: zone },
      },
    },
    verify: 'Associate the VPC again. The VPC’s owner needs `route53:AssociateVPCWithHostedZone` for that.',
    source:
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html',
  },
]
