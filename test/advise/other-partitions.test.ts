// In China and GovCloud, ARNs have another partition: nothing that an answer names is in the commercial one.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'

const account = '111122223333'
// biome-ignore format: one row per line
const calls: readonly (readonly [action: string, resource: (region: string) => string])[] = [
  ['ecs:RunTask', (region) => `ecs:${region}:${account}:task-definition/web:3`],
  ['ec2:RunInstances', (region) => `ec2:${region}:${account}:instance/*`],
  ['lambda:CreateFunction', (region) => `lambda:${region}:${account}:function:web`],
  ['s3:PutObject', () => 's3:::logs/a.txt'],
  ['secretsmanager:GetSecretValue', (region) => `secretsmanager:${region}:${account}:secret:db-AbCdEf`],
  ['athena:StartQueryExecution', (region) => `athena:${region}:${account}:workgroup/primary`],
  ['cloudformation:CreateStack', (region) => `cloudformation:${region}:${account}:stack/web/*`],
  ['eks:CreateCluster', (region) => `eks:${region}:${account}:cluster/web`],
  ['ssm:SendCommand', (region) => `ssm:${region}::document/AWS-RunShellScript`],
  ['elasticmapreduce:RunJobFlow', (region) => `elasticmapreduce:${region}:${account}:cluster/*`],
  ['sts:AssumeRole', () => `iam::${account}:role/deploy`],
]

describe.each([
  ['aws-cn', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-west-1'],
])('%s', (partition, region) => {
  test.each(calls)('%s', async (action, resource) => {
    const denied = `User: arn:${partition}:iam::${account}:user/dev is not authorized to perform: ${action} on resource: arn:${partition}:${resource(region)}`
    const silent = await diagnose({ paste: `${denied} because no identity-based policy allows the ${action} action` })
    const byScp = await diagnose({ paste: `${denied} with an explicit deny in a service control policy` })
    expect(JSON.stringify([silent, byScp])).not.toMatch(/\barn:aws:/)
    expect(silent.fixes[0]?.after).toContain(`arn:${partition}:`)
  })

  // https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/main/docs/install
  test('the load balancer controller’s policy is that of the partition', async () => {
    const paste = `aws-load-balancer-controller: User: arn:${partition}:sts::${account}:assumed-role/lbc/1 is not authorized to perform: elasticloadbalancing:AddTags on resource: arn:${partition}:elasticloadbalancing:${region}:${account}:targetgroup/a/b because no identity-based policy allows the elasticloadbalancing:AddTags action`
    const { cause } = await diagnose({ paste })
    expect(JSON.stringify(cause)).toContain(`iam_policy_${partition.replace('aws-', '')}.json`)
  })
})
