import type { ComparisonCase } from '../session/comparison.ts'

/** A comparison to begin with: its name in the menu, and what it holds. `managed` names AWS managed policies for the sides. */
export interface ComparisonExample {
  readonly id: string
  readonly title: string
  readonly comparison: ComparisonCase
  readonly managed?: { readonly old: string; readonly new: string }
}

const policy = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
const side = (name: string, text: string): ComparisonCase['old'] => [{ name, text }]
const versions = (old: string, now: string): Pick<ComparisonCase, 'old' | 'new' | 'around'> => ({
  old: side('Old version', old),
  new: side('New version', now),
  around: [],
})

const readReports = { Sid: 'ReadReports', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }
const fullAccess = { Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' }
const regionLock = {
  Sid: 'OnlyEurope',
  Effect: 'Deny',
  NotAction: ['iam:*', 'organizations:*', 'support:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
}
const githubTrust = (sub: string): object => ({
  Sid: 'GitHub',
  Effect: 'Allow',
  Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
    StringLike: { 'token.actions.githubusercontent.com:sub': sub },
  },
})

/** The examples of the page's menu. */
export const comparisonExamples: readonly ComparisonExample[] = [
  {
    id: 'wildcard',
    title: 'One wildcard too many',
    comparison: {
      ...versions(
        policy(readReports, {
          Sid: 'WriteOwn',
          Effect: 'Allow',
          Action: 's3:PutObject',
          Resource: 'arn:aws:s3:::reports/team/*',
        }),
        policy(
          { ...readReports, Action: 's3:Get*' },
          { Sid: 'WriteOwn', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::reports/*' },
        ),
      ),
      never: [{ ask: 'not-granted', actions: ['s3:DeleteObject', 's3:PutBucketPolicy'], resources: [] }],
    },
  },
  {
    id: 'tightened',
    title: 'A Deny added',
    comparison: {
      ...versions(
        policy({ Sid: 'Admin', Effect: 'Allow', Action: ['ec2:*', 's3:*'], Resource: '*' }),
        policy(
          { Sid: 'Admin', Effect: 'Allow', Action: ['ec2:*', 's3:*'], Resource: '*' },
          {
            Sid: 'WithMfaOnly',
            Effect: 'Deny',
            Action: ['ec2:TerminateInstances', 's3:DeleteBucket'],
            Resource: '*',
            Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
          },
        ),
      ),
      never: [],
    },
  },
  {
    id: 'trust',
    title: 'A trust policy for every branch',
    comparison: {
      type: 'trust',
      ...versions(
        policy(githubTrust('repo:anycompany/website:ref:refs/heads/main')),
        policy(githubTrust('repo:anycompany/*')),
      ),
      never: [{ ask: 'not-public', resourceType: 'AWS::IAM::AssumeRolePolicyDocument' }],
    },
  },
  {
    id: 'scp',
    title: 'A Region lock with one more exception',
    comparison: {
      type: 'scp',
      ...versions(
        policy(fullAccess, regionLock),
        policy(fullAccess, { ...regionLock, NotAction: [...regionLock.NotAction, 's3:*'] }),
      ),
      never: [],
    },
  },
  {
    id: 'managed',
    title: 'ViewOnlyAccess and SecurityAudit',
    comparison: { type: 'identity', old: [], new: [], around: [], never: [] },
    managed: { old: 'ViewOnlyAccess', new: 'SecurityAudit' },
  },
]
