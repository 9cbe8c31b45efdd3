// The places in which AWS and people write account numbers, names, and addresses: the review's table, and more of each kind.
export interface Person {
  /** "mary.major" */
  readonly user: string
  readonly role: string
  readonly session: string
  readonly account: string
  readonly company: string
  /** A public address. */
  readonly ip: string
}

const dashed = (account: string, by: string): string => account.replace(/(\d{4})(\d{4})(\d{4})/, `$1${by}$2${by}$3`)
const hash = '0a1b2c3d4e5f6a7b'
const id = 'AROAABCDEFGHIJ2345678'

type Spelling = readonly [name: string, write: (person: Person) => string]

export const spellings: readonly Spelling[] = [
  ['ARN of a user', ({ account, user }) => `arn:aws:iam::${account}:user/${user}`],
  ['ARN of a user with a path', ({ account, user, company }) => `arn:aws:iam::${account}:user/${company}/${user}`],
  ['role session', ({ account, role, session }) => `arn:aws:sts::${account}:assumed-role/${role}/${session}`],
  [
    'Identity Center session without @',
    ({ account, role, session }) => `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_${role}_${hash}/${session}`,
  ],
  [
    'Identity Center session with @',
    ({ account, session, company }) =>
      `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_Admin_${hash}/${session}@${company}.com`,
  ],
  ['federated user', ({ account, user }) => `arn:aws:sts::${account}:federated-user/${user}`],
  ['instance profile', ({ account, role }) => `arn:aws:iam::${account}:instance-profile/${role}`],
  ['MFA device', ({ account, user }) => `--serial-number arn:aws:iam::${account}:mfa/${user}`],
  ['customer managed policy', ({ account, company }) => `arn:aws:iam::${account}:policy/${company}`],
  ['SAML provider', ({ account, company }) => `arn:aws:iam::${account}:saml-provider/${company}`],
  ['URL-encoded ARN', ({ account, user }) => `Principal=arn%3Aaws%3Aiam%3A%3A${account}%3Auser%2F${user}`],
  ['account at the end of a sentence', ({ account }) => `It belongs to account ${account}.`],
  ['account and a hyphen', ({ account }) => `arn:aws:s3:::aws-cloudtrail-logs-${account}-0a1b`],
  ['account behind _', ({ account }) => `role_${account}`],
  ['account of the console', ({ account }) => `Account ID: ${dashed(account, '-')}`],
  ['account with blanks', ({ account }) => `Account ${dashed(account, ' ')} is mine`],
  ['account in a host name', ({ account }) => `${account}.dkr.ecr.us-east-1.amazonaws.com/app`],
  ['sign-in address', ({ account }) => `https://${account}.signin.aws.amazon.com/console`],
  ['account behind %3A', ({ account }) => `iam%3A%3A${account}%3Aroot`],
  ['account behind %20', ({ account }) => `for%20${account}%20it`],
  ['account behind a written line break', ({ account }) => `first\\n${account}\\nlast`],
  ['userName', ({ user }) => `{"userName":"${user}"}`],
  ['userName escaped', ({ user }) => `"{\\"userName\\": \\"${user}\\"}"`],
  ['UserName of the CLI', ({ user }) => `"UserName": "${user}",`],
  ['UserName in XML', ({ user }) => `<UserName>${user}</UserName>`],
  ['session issuer', ({ role }) => `"sessionIssuer":{"type":"Role","userName":"${role}"}`],
  ['principalId', ({ session }) => `"principalId":"${id}:${session}"`],
  ['aws:userid', ({ session }) => `"aws:userid": "${id}:${session}"`],
  ['--user-name', ({ user }) => `aws iam get-user --user-name ${user}`],
  ['--role-name', ({ role }) => `aws iam get-role --role-name ${role} --output json`],
  ['--role-session-name', ({ session }) => `aws sts assume-role --role-session-name ${session}`],
  ['--profile', ({ user }) => `aws s3 ls --profile ${user}`],
  ['AWS_PROFILE', ({ user }) => `AWS_PROFILE=${user} aws s3 ls`],
  ['[profile …]', ({ user }) => `[profile ${user}]`],
  ['prose', ({ user }) => `The user ${user} may not read it.`],
  ['prose about a role', ({ role }) => `I gave role “${role}” to the team`],
  ['home directory', ({ user }) => `/home/${user}/.aws/config`],
  ['home directory of macOS', ({ user }) => `/Users/${user}/x.py`],
  ['home directory of Windows', ({ user }) => `C:\\Users\\${user}\\x.py`],
  ['home directory of Windows in JSON', ({ user }) => `"C:\\\\Users\\\\${user}\\\\x.py"`],
  ['email', ({ user, company }) => `write to ${user}@${company}.example`],
  ['email encoded', ({ user, company }) => `user=${user}%40${company}.com`],
  ['start URL', ({ company }) => `https://${company}.awsapps.com/start#/`],
  ['account alias', ({ company }) => `https://${company}.signin.aws.amazon.com/console`],
  ['repository', ({ company, user }) => `repo:${company}/${user}:ref:refs/heads/main`],
  ['repository on GitHub', ({ company, user }) => `https://github.com/${company}/${user}`],
  ['repository of ECR', ({ account, company }) => `arn:aws:ecr:eu-west-1:${account}:repository/${company}`],
  ['IPv4', ({ ip }) => `sourceIPAddress ${ip}, denied`],
  ['IP-based host name', ({ ip }) => `ec2-${ip.replaceAll('.', '-')}.compute-1.amazonaws.com`],
  ['IP-based host name, ip-', ({ ip }) => `ip-${ip.replaceAll('.', '-')}.ec2.internal`],
  ['service account of Kubernetes', ({ company, role }) => `system:serviceaccount:${company}:${role}`],
  ['service account, encoded', ({ company, user }) => `sub=system%3Aserviceaccount%3A${company}%3A${user}`],
  ['display name', ({ user }) => `"displayName": "${user}"`],
  ...(['aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f', 'aws-eusc'] as const).map(
    (partition): Spelling => [
      `session in ${partition}`,
      ({ account, role, session }) => `arn:${partition}:sts::${account}:assumed-role/${role}/${session}@v2`,
    ],
  ),
  ['greeting', () => 'Hello Featherstone, I get AccessDenied.'],
  ['introduction', () => `My name is Featherstone. It says AccessDenied.`],
  ['signature', () => 'Best regards,\nFeatherstone\n'],
  ['a first and a last name', () => 'Please give Tiberius Featherstone access to it.'],
  ['a contractor in brackets', () => 'Our contractor (Featherstone) was denied'],
  ['mail header', ({ user, company }) => `From: "Featherstone, Tiberius" <${user}@${company}.example>`],
  ['sign-off', ({ user, company }) => `Signed-off-by: Tiberius Featherstone <${user}@${company}.example>`],
  ['handle', () => '@featherstone can you look?'],
  ['logged in as', ({ user }) => `I am logged in as ${user}.`],
  ['possessive', () => 'It runs on featherstone’s laptop.'],
  ['role assumed by', () => 'They assumed the role Featherstone by mistake'],
  ['message of Terraform', ({ user }) => `Error: reading IAM User (${user}): AccessDenied`],
  ['message of IAM', () => `The role with name Featherstone cannot be found.`],
  ['shell prompt', ({ user, company }) => `${user}@${company}-laptop:~$ aws s3 ls`],
  ['Windows domain', ({ company }) => `${company.toUpperCase().slice(0, 14)}\\featherstone`],
  [
    'sshd',
    ({ user, company, ip }) => `Nov 28 10:11:12 ${company} sshd[8]: Accepted publickey for ${user} from ${ip} port 5`,
  ],
  ['web server log', ({ user, ip }) => `${ip} - ${user} [28/Nov/2026:09:00:00 +0000] "GET / HTTP/1.1" 403`],
  ['telephone', () => 'Call +49 170 5550198 if it fails'],
  [
    'Terraform user',
    ({ user, company }) => `resource "aws_iam_user" "u" {\n  name = "${user}"\n  path = "/${company}/"\n}`,
  ],
  ['Terraform label', () => 'resource "aws_iam_role" "featherstone" {}'],
  ['Terraform members', ({ user }) => `users = ["featherstone", "${user}"]`],
  ['Terraform source', ({ company }) => `source = "git::https://git.${company}.io/tf/iam.git"`],
  [
    'Kubernetes manifest',
    ({ role, company }) => `kind: ServiceAccount\nmetadata:\n  name: ${role}\n  namespace: ${company}`,
  ],
  ['kubectl', ({ role, company }) => `kubectl -n ${company} describe sa ${role}`],
  ['RBAC message', ({ company }) => `cannot get resource "pods" in the namespace "${company}"`],
  ['ECR image', ({ account, company }) => `${account}.dkr.ecr.eu-west-1.amazonaws.com/${company}/app:1`],
  ['public ECR', ({ company }) => `public.ecr.aws/${company}/app:1`],
  ['Lambda URL', () => 'https://featherstone.lambda-url.eu-west-1.on.aws/'],
  ['API Gateway', () => 'https://featherstone.execute-api.eu-west-1.amazonaws.com/prod'],
  ['database host', () => 'app.featherstone.eu-west-1.rds.amazonaws.com'],
  ['own domain', ({ company }) => `https://jenkins.corp.${company}.io:8443/job/x`],
  ['own OIDC provider', ({ account, company }) => `arn:aws:iam::${account}:oidc-provider/gitlab.${company}.io`],
  ['Okta', ({ company }) => `https://${company}.okta.com/app/x`],
  ['account aliases of the CLI', ({ company }) => `{"AccountAliases": [\n  "${company}"\n]}`],
  ['--account-alias', ({ company }) => `aws iam create-account-alias --account-alias ${company}`],
  ['name of an account', ({ company }) => `Account Name: ${company} Payments`],
  ['owner tag', ({ user }) => `"aws:PrincipalTag/Owner": "${user}"`],
  ['user pool', () => 'arn:aws:cognito-idp:eu-west-1:222233334444:userpool/eu-west-1_Featherstone'],
  ['lookup-events', ({ user }) => `--lookup-attributes AttributeKey=Username,AttributeValue=${user}`],
]
