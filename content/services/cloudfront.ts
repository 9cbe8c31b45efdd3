import { allow, allowFor, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const distribution = 'arn:aws:cloudfront::111122223333:distribution/EDFDVBD632BHDS5'

export const cloudfront: readonly ServiceDenial[] = [
  {
    title: 'A website behind CloudFront answers “Access Denied”',
    message: '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    cause:
      'CloudFront passes S3’s answer on. The bucket policy doesn’t allow this distribution, the object doesn’t exist, no default root object is set, or a KMS key is missing.',
    check: {
      command: 'aws s3api get-bucket-policy --bucket <BUCKET_NAME> --query Policy --output text',
      says: 'You should see `cloudfront.amazonaws.com` with your distribution’s ARN.',
    },
    fix: {
      says: 'Allow the distribution in the bucket policy.',
      policy: {
        type: 'resource',
        statements: [
          allowFor(
            { Service: 'cloudfront.amazonaws.com' },
            {
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::amzn-s3-demo-bucket/*',
              Condition: { StringEquals: { 'aws:SourceArn': distribution } },
            },
          ),
        ],
        request: {
          principal: 'cloudfront.amazonaws.com',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::amzn-s3-demo-bucket/index.html',
        },
        context: { 'aws:SourceArn': distribution },
      },
    },
    verify: 'Open the page again after ten seconds: CloudFront keeps errors for a moment.',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    article: 'policies/s3-block-public-access',
  },
  {
    title: 'Invalidating files is denied',
    message: notAllowed('cloudfront:CreateInvalidation', distribution),
    cause: 'The role that deploys can’t invalidate. The ARN of a distribution has no Region.',
    check: { says: 'Look for a Region in the ARN of your policy.' },
    fix: {
      says: 'Allow the distribution.',
      policy: own(allow(['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'], distribution)),
    },
    verify:
      'Run `aws cloudfront create-invalidation --distribution-id <DISTRIBUTION_ID> --paths "/*" --query Invalidation.Status --output text`. You should see `InProgress`.',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/security_iam_id-based-policy-examples.html',
  },
  {
    title: 'The account must be verified',
    message:
      'AccessDenied: Your account must be verified before you can add new CloudFront resources. To verify your account, please contact AWS Support (https://console.aws.amazon.com/support/home#/) and include this error message.',
    cause: 'The account is new or limited. No policy decides this, although the code says `AccessDenied`.',
    check: { says: 'The message names no user and no action.' },
    fix: { says: 'Contact AWS Support. Cases about the account are free.' },
    verify: 'Create the distribution again.',
    source: 'https://github.com/aws-samples/aws-cdk-examples/issues/279',
  },
  {
    title: 'The certificate must be in us-east-1',
    message:
      "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.",
    cause:
      'CloudFront uses certificates only from `us-east-1`. If you can’t read the certificate, you see the same sentence.',
    check: {
      command:
        'aws acm describe-certificate --region us-east-1 --certificate-arn <CERTIFICATE_ARN> --query Certificate.Status --output text',
      says: 'You should see `ISSUED`.',
    },
    fix: {
      says: 'Request the certificate in `us-east-1`. To read it, you need this policy.',
      policy: {
        ...own(
          allow('acm:DescribeCertificate', 'arn:aws:acm:us-east-1:111122223333:certificate/*'),
          allow('acm:ListCertificates', '*'),
        ),
        request: {
          action: 'acm:DescribeCertificate',
          resource: 'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012',
        },
      },
    },
    verify: 'Save the distribution again.',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  },
  {
    title: 'Lambda@Edge needs a second service in the trust policy',
    message:
      "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions.",
    cause:
      'The function’s role must also trust `edgelambda.amazonaws.com`. To associate the function, you need `lambda:GetFunction`, `lambda:EnableReplication*`, and `lambda:DisableReplication*` on the version, each with its star, and the first time `iam:CreateServiceLinkedRole`.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `edgelambda.amazonaws.com`.',
    },
    fix: {
      says: 'Add it to the trust policy, next to `lambda.amazonaws.com`.',
      policy: trusts('edgelambda.amazonaws.com', 'arn:aws:iam::111122223333:role/EdgeFunction'),
    },
    verify: 'Open the page again.',
    source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
    article: 'roles/service-roles',
  },
]
