// A fix in every form in which people apply it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Delivery, diagnose, type Fix } from '../../src/advise/index.ts'
import type { PolicyType } from '../../src/iam/index.ts'
import { reference } from './reference.ts'

const text = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const own = text({ Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::b/${aws:username}' })

/** The first fix of a case in which the caller isn’t allowed to read an object. */
function fixFor(
  principal: string,
  type: PolicyType,
  policy = own,
  action = 's3:GetObject',
  on = 'arn:aws:s3:::b/o',
): Fix {
  const paste = `User: ${principal} is not authorized to perform: ${action} on resource: ${on}`
  const full = { name: 'Full', type: 'identity' as const, text: text({ Effect: 'Allow', Action: '*', Resource: '*' }) }
  const policies = [{ name: 'Mine', type, text: policy }, ...(type === 'identity' ? [] : [full])]
  const [fix] = diagnose({ paste, policies }, reference).fixes
  if (!fix) throw new Error('no fix')
  return fix
}
const as = (tool: Delivery['tool'], { deliveries }: Fix): string =>
  deliveries.find((each) => each.tool === tool)?.text ?? ''

const user = 'arn:aws:iam::111122223333:user/mary'
const session = 'arn:aws:sts::111122223333:assumed-role/Finance/mary'
const sso = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Finance_0123456789abcdef/mary'
const key = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'

describe('it goes to the right place', () => {
  it.each<[string, Fix, cli: RegExp, terraform: RegExp, template: RegExp | undefined]>([
    [
      'a user',
      fixFor(user, 'identity'),
      /put-user-policy --user-name mary /,
      /"aws_iam_user_policy"/,
      /AWS::IAM::UserPolicy/,
    ],
    [
      'a role',
      fixFor(session, 'identity'),
      /put-role-policy --role-name Finance /,
      /role {3}= "Finance"/,
      /"RoleName": "Finance"/,
    ],
    [
      'a permission set',
      fixFor(sso, 'identity'),
      /put-inline-policy-to-permission-set/,
      /The permission set is Finance\./,
      /AWS::SSO::PermissionSet/,
    ],
    ['a boundary', fixFor(user, 'permissions-boundary'), /create-policy-version/, /"aws_iam_policy"/, /ManagedPolicy/],
    ['an SCP', fixFor(user, 'scp'), /organizations update-policy/, /SERVICE_CONTROL_POLICY/, /SERVICE_CONTROL_POLICY/],
    [
      'a key policy',
      fixFor(
        user,
        'resource',
        text({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Other' },
          Action: 'kms:*',
          Resource: '*',
        }),
        'kms:Decrypt',
        key,
      ),
      /kms put-key-policy --key-id arn:aws:kms/,
      /"aws_kms_key_policy"/,
      /AWS::KMS::Key/,
    ],
  ])('%s', (_, fix, cli, terraform, template) => {
    expect(as('AWS CLI', fix)).toMatch(cli)
    expect(as('Terraform', fix)).toMatch(terraform)
    if (template) expect(as('CloudFormation', fix)).toMatch(template)
  })
})

describe('every form contains the same document', () => {
  const fix = fixFor(user, 'identity')
  it('the shell command writes exactly the document', () => {
    const folder = mkdtempSync(join(tmpdir(), 'whydenied-cli-'))
    const script = as('AWS CLI', fix)
      .replace(/^aws /m, 'true aws ')
      .replaceAll(/<[A-Z_]+>/g, 'mine')
    expect(spawnSync('sh', ['-c', script], { cwd: folder }).status).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, 'policy.json'), 'utf8'))).toEqual(JSON.parse(fix.after))
  })
  it('the template contains exactly the document', () => {
    const { Resources } = JSON.parse(as('CloudFormation', fix))
    expect(Resources.This.Properties.PolicyDocument).toEqual(JSON.parse(fix.after))
  })
  it('Terraform leaves policy variables alone', () => {
    expect(as('Terraform', fix)).toContain('$${aws:username}')
  })
})

describe('hostile names do not reach a shell', () => {
  it.each(["mary'; rm -rf ~; '", 'mary$(id)', 'mary`id`', 'mary\n reboot', '-rf'])('%s', (name) => {
    const [fix] = diagnose(
      {
        paste: '',
        policies: [{ name: 'Mine', type: 'identity', text: own }],
        principal: `arn:aws:iam::111122223333:user/${name}`,
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/o',
      },
      reference,
    ).fixes
    const [, after = ''] = (fix ? as('AWS CLI', fix) : '').split('END-OF-POLICY\n')
    expect(after).not.toMatch(/rm -rf|\$\(|`|reboot|-rf/)
  })
})
