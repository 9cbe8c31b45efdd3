/** One statement as they are in real policies; every one another. */
const statement = (i: number): object => {
  const bucket = `reports-${String(i).padStart(5, '0')}`
  const kinds = [
    {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    },
    {
      Effect: 'Allow',
      Action: ['ec2:StartInstances', 'ec2:StopInstances'],
      Resource: `arn:aws:ec2:eu-west-1:111122223333:instance/i-${String(i).padStart(17, '0')}`,
      Condition: {
        StringEquals: { 'aws:ResourceTag/team': 'finance' },
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      },
    },
    {
      Effect: 'Deny',
      Action: ['dynamodb:Delete*', 'dynamodb:UpdateTable'],
      Resource: `arn:aws:dynamodb:*:111122223333:table/orders-${i}`,
      Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] } },
    },
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: `arn:aws:iam::111122223333:role/service/Worker${i}`,
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    },
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `arn:aws:logs:eu-west-1:111122223333:log-group:/app/${i}:*`,
    },
  ]
  return { Sid: `Statement${i}`, ...kinds[i % kinds.length] }
}

/** A policy as people edit it, of 6,144 characters without white space at most: the quota of a managed policy. */
export function sixKilobytes(first: number): string {
  const Statement: object[] = []
  for (let i = first; ; i++) {
    Statement.push(statement(i))
    const size = JSON.stringify({ Version: '2012-10-17', Statement }).length
    if (size > 6144) return JSON.stringify({ Version: '2012-10-17', Statement: Statement.slice(0, -1) }, null, 2)
  }
}

let made = 0

/** The same policy as a text that was never read before. */
export function asNew(policy: string): string {
  made += 1
  return policy.replace('{', `{"Id":"${made}",`)
}
