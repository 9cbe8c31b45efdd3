const docs = 'https://docs.aws.amazon.com'

/** The pages of AWS that the table of services and gates was read from, by the names that its rows use. */
export const gatePages: ReadonlyMap<string, string> = new Map([
  ['actions', `${docs}/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html`],
  ['iam', `${docs}/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html`],
  ['privatelink', `${docs}/vpc/latest/privatelink/aws-services-privatelink-support.html`],
  ['ram', `${docs}/ram/latest/userguide/shareable.html`],
  ['network-events', `${docs}/awscloudtrail/latest/userguide/logging-network-events-with-cloudtrail.html`],
  ['data-events', `${docs}/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html`],
  ['rcp', `${docs}/organizations/latest/userguide/orgs_manage_policies_rcps.html`],
  ['organizations', `${docs}/organizations/latest/userguide/orgs_manage_policies.html`],
  ['authorization-id', `${docs}/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html`],
  ['cognito-endpoints', `${docs}/cognito/latest/developerguide/vpc-interface-endpoints.html`],
  ['s3-express-endpoints', `${docs}/AmazonS3/latest/userguide/s3-express-networking.html`],
  ['policy-arns', 'https://aws.amazon.com/blogs/security/enhanced-access-denied-error-messages-with-policy-arns'],
])
