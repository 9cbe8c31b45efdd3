// A pasted command names its resource in an option, with the Region in --region and the account in the caller's ARN.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
import { expect, test } from 'vitest'
import { readAll } from '../../src/denial/index.ts'

const denied = (action: string): string =>
  `User: arn:aws:iam::111122223333:user/mary is not authorized to perform: ${action}`
const region = '--region eu-west-1'

// biome-ignore format: one row per line
test.each<[command: string, action: string, arn: string | undefined]>([
  [`aws ssm start-session --target i-0a1b2c3d4e5f60718 ${region}`, 'ssm:StartSession', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718'],
  [`aws dynamodb get-item ${region} --table-name orders --key x`, 'dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders'],
  [`aws lambda invoke --function-name report ${region} out.json`, 'lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:report'],
  [`aws --profile dev secretsmanager get-secret-value --secret-id prod/db ${region}`, 'secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-??????'],
  ['aws iam get-role --role-name app', 'iam:GetRole', 'arn:aws:iam::111122223333:role/app'],
  // Another call, a machine outside of EC2, and no Region.
  [`aws dynamodb get-item --table-name orders ${region}`, 'dynamodb:PutItem', undefined],
  [`aws ssm start-session --target mi-0a1b2c3d4e5f60718 ${region}`, 'ssm:StartSession', undefined],
  ['aws ssm start-session --target i-0a1b2c3d4e5f60718', 'ssm:StartSession', undefined],
])('%s: %s', (command, action, arn) => {
  expect(readAll(`$ ${command}\n\n${denied(action)}`).denial.impliedResource).toBe(arn)
})
