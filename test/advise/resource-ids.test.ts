// An ID says which type of resource it belongs to: no policy is offered for an ARN of another type, because it would match nothing.
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
// https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-managed-nodes.html
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/api/index.ts'

const denied = (action: string, resource: string): string =>
  `User: arn:aws:iam::111122223333:user/dev is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
const id = '0123456789abcdef0'
const place = 'eu-west-1:111122223333'

/** Everything that the answer offers to allow. */
async function offered(paste: string): Promise<string> {
  const { fixes } = await diagnose({ paste })
  return fixes.map(({ after, options }) => [after, ...options.map(({ resource }) => resource)].join('\n')).join('\n')
}

describe('an ARN with an ID of another type', () => {
  // biome-ignore format: one row per line
  test.each([
    ['ssm:SendCommand', `arn:aws:ec2:${place}:instance/i-${id}`, `managed-instance/i-${id}`],
    ['ssm:StartSession', `arn:aws:ec2:${place}:instance/i-${id}`, `managed-instance/i-${id}`],
    ['ssm:StartSession', `arn:aws:ssm:${place}:managed-instance/mi-${id}`, `:instance/mi-${id}`],
    ['ssm:SendCommand', `arn:aws:ssm:${place}:managed-instance/mi-${id}`, `:instance/mi-${id}`],
  ])('%s on %s: not %s', async (action, resource, other) => {
    const found = await offered(denied(action, resource))
    expect(found).toContain(resource)
    expect(found).not.toContain(other)
  })
})

describe('an ID without its ARN', () => {
  // biome-ignore format: one row per line
  test.each([
    ['ssm:StartSession', `i-${id}`, `arn:aws:ec2:us-east-1:111122223333:instance/i-${id}`],
    ['ssm:StartSession', `mi-${id}`, `arn:aws:ssm:us-east-1:111122223333:managed-instance/mi-${id}`],
    ['ssm:SendCommand', `i-${id}`, `arn:aws:ec2:us-east-1:111122223333:instance/i-${id}`],
    ['ec2:AttachVolume', `i-${id}`, `arn:aws:ec2:us-east-1:111122223333:instance/i-${id}`],
    ['ec2:CreateTags', 'vpc-1a2b3c4d', 'arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1a2b3c4d'],
    ['ec2:RunInstances', `subnet-${id}`, `arn:aws:ec2:us-east-1:111122223333:subnet/subnet-${id}`],
    ['ec2:RunInstances', `ami-${id}`, `arn:aws:ec2:us-east-1::image/ami-${id}`],
    ['ec2:DeleteRoute', `rtb-${id}`, `arn:aws:ec2:us-east-1:111122223333:route-table/rtb-${id}`],
    // A name that only looks like one.
    ['sqs:SendMessage', 'i-orders', 'arn:aws:sqs:us-east-1:111122223333:i-orders'],
  ])('%s on %s: %s', async (action, resource, arn) => expect(await offered(denied(action, resource))).toContain(`"${arn}"`))
})
