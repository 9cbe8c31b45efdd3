// The security review's table: 113 forms in which secrets are pasted, and texts that hold none. Values are random and match the shapes that public scanners know.
import { randomFrom } from '../random.ts'

const below = randomFrom(20261128)
const letters = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join('')

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const lower = upper.toLowerCase()
const digits = '0123456789'
const alnum = upper + lower + digits
const base64 = (length: number): string => letters(`${alnum}+/`, length)
const url64 = (length: number): string => letters(`${alnum}-_`, length)
const hex = (length: number): string => letters(`${digits}abcdef`, length)
const plain = (length: number): string => letters(alnum, length)

const key = `AKIA${letters(`${upper}234567`, 15)}7`
const sessionKey = `ASIA${letters(`${upper}234567`, 15)}2`
const secret = `k8${base64(36)}Q3`
const token = `IQoJb3JpZ2luX2Vj${base64(700)}==`
const jwt = `eyJ${plain(40)}.eyJ${url64(220)}.${url64(340)}`
const jwe = `eyJ${plain(40)}.${url64(90)}.${url64(16)}.${url64(220)}.${url64(22)}`
const word = `hu${plain(4)}7!xQ`
const words = 'sunshine'
const saml = `PHNhbWxwOlJlc3BvbnNl${base64(900)}`
const pem = (kind: string, lines: number, end = '\n'): string =>
  `-----BEGIN ${kind}PRIVATE KEY-----${end}${Array.from({ length: lines }, () => base64(64)).join(end)}${end}${base64(30)}==${end}-----END ${kind}PRIVATE KEY-----`
const wrapAt = (text: string, width: number, margin = ''): string =>
  text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), (line) => `${line}\n${margin}`)
/** All lines of a hard-wrapped value. */
const linesOf = (text: string, width: number): readonly string[] => wrapAt(text, width).split('\n')
const encoded = encodeURIComponent
const escapedSlash = secret.replaceAll('/', '\\/')
const bodyOf = (block: string): readonly string[] => block.match(/[A-Za-z0-9+/]{28,}/g) ?? []

export interface Format {
  readonly name: string
  readonly text: string
  /** None of these may be left. */
  readonly values: readonly string[]
}
const format = (name: string, text: string, ...values: readonly string[]): Format => ({ name, text, values })

const ghp = `ghp_${plain(36)}`
const pat = `github_pat_${plain(22)}_${plain(59)}`
const doppler = `dp.pt.${plain(43)}`
const huggingFace = `hf_${plain(34)}`
const twilio = `SK${hex(32)}`
const seed = letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 64)
const cookie = url64(340)
const glpat = `glpat-${url64(20)}`
const slack = `xoxb-${letters(digits, 12)}-${letters(digits, 12)}-${plain(24)}`
const hook = `T${plain(8)}/B${plain(8)}/${plain(24)}`
const npm = `npm_${plain(36)}`
const rsa = pem('RSA ', 24)
const longPem = pem('RSA ', 220)
const openssh = pem('OPENSSH ', 12)
const escapedPem = pem('', 20, '\\n')
const cutPem = pem('', 20).slice(0, 900)
const fqog = `FQoGZXIvYXdzE${base64(500)}`
const longToken = `IQoJb3JpZ2luX2Vj${base64(9000)}`
const signature = hex(64)
const signature2 = `${base64(27)}=`
const opaque = `${plain(20)}.${plain(22)}9a`
const basic = `${base64(31)}Z=`
const apiKey = `a7${plain(38)}`
const eks = `k8s-aws-v1.${url64(900)}`
const clientKey = `LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo${base64(1200)}==`
const sso = `aoa${base64(400)}9`
const bedrock = `ABSK${base64(128)}`
const ecr = `eyJwYXlsb2FkIjoi${base64(400)}`
const presigned = `https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${sessionKey}%2F20261128%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Security-Token=${encoded(token)}&X-Amz-Signature=${signature}`
const putty = `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nPrivate-Lines: 4\n${base64(64)}\n${base64(64)}\n${base64(64)}\n${base64(40)}\nPrivate-MAC: x`
const puttyLines = putty.split('\n').slice(3, 7)

/** Blanked before, and still. */
export const blankedBefore: readonly Format[] = [
  format('key bare', `using ${key} for it`, key),
  format('key in JSON', `{"accessKeyId":"${sessionKey}"}`, sessionKey),
  format('key in escaped JSON', `{\\"accessKeyId\\":\\"${sessionKey}\\"}`, sessionKey),
  format('\\n before the key', `line\\n${key}\\n`, key),
  format('&quot;', `&quot;${key}&quot;`, key),
  format('glued to small letters', `id${key}`, key),
  format('_ before the key', `x_${key}`, key),
  format('ANSI', `\u001b[31m${key}\u001b[0m`, key),
  format('pair on neighboring lines', `${key}\n${secret}\n`, key, secret),
  format(
    '~/.aws/credentials',
    `[default]\naws_access_key_id = ${key}\naws_secret_access_key = ${secret}\naws_session_token = ${token}\n`,
    key,
    secret,
    token,
  ),
  format('export', `export AWS_ACCESS_KEY_ID=${key}\nexport AWS_SECRET_ACCESS_KEY=${secret}`, key, secret),
  format('export in quotes', `export AWS_SECRET_ACCESS_KEY="${secret}"`, secret),
  format('PowerShell', `$Env:AWS_SECRET_ACCESS_KEY="${secret}"`, secret),
  format('SET', `SET AWS_SECRET_ACCESS_KEY=${secret}`, secret),
  format('docker -e', `docker run -e AWS_SECRET_ACCESS_KEY=${secret} app`, secret),
  format(
    'STS as JSON',
    JSON.stringify({ Credentials: { AccessKeyId: sessionKey, SecretAccessKey: secret, SessionToken: token } }, null, 2),
    sessionKey,
    secret,
    token,
  ),
  format(
    'STS as JSON in a string',
    JSON.stringify(JSON.stringify({ AccessKeyId: sessionKey, SecretAccessKey: secret, SessionToken: token })),
    sessionKey,
    secret,
    token,
  ),
  format(
    'STS as text',
    `CREDENTIALS\t${sessionKey}\t2026-11-28T00:00:00Z\t${secret}\t${token}`,
    sessionKey,
    secret,
    token,
  ),
  format('STS as a table', `|  SecretAccessKey |  ${secret}  |\n|  SessionToken | ${token} |`, secret, token),
  format('STS as YAML', `SecretAccessKey: ${secret}\nSessionToken: ${token}\n`, secret, token),
  format(
    'STS as XML',
    `<SecretAccessKey>${secret}</SecretAccessKey><SessionToken>${token}</SessionToken>`,
    secret,
    token,
  ),
  format('aws configure', `AWS Access Key ID [None]: ${key}\nAWS Secret Access Key [None]: ${secret}\n`, key, secret),
  format('Terraform provider', `access_key = "${key}"\n  secret_key = "${secret}"`, key, secret),
  format('boto3', `boto3.client('s3', aws_access_key_id='${key}', aws_secret_access_key='${secret}')`, key, secret),
  format('JavaScript', `{ accessKeyId: '${key}', secretAccessKey: '${secret}' }`, key, secret),
  format('Java', `new BasicAWSCredentials("${key}", "${secret}")`, key, secret),
  format('AWS_SECRET_KEY', `AWS_SECRET_KEY=${secret}`, secret),
  format('token URL-encoded', `X-Amz-Security-Token=${encoded(token)}&x=1`, encoded(token), token.slice(20, 60)),
  format('token header', `x-amz-security-token: ${token}`, token),
  format('presigned v4', presigned, sessionKey, signature, encoded(token)),
  format('presigned with \\u0026', `https://b.s3.amazonaws.com/k?a=1\\u0026X-Amz-Signature=${signature}`, signature),
  format(
    'presigned v2',
    `https://b.s3.amazonaws.com/k?AWSAccessKeyId=${key}&Expires=1&Signature=${encoded(signature2)}`,
    key,
    encoded(signature2),
  ),
  format('CloudFront signature', `https://d1.cloudfront.net/k?Expires=1&Signature=${url64(300)}~&Key-Pair-Id=K1`),
  format(
    'SigV4 Authorization',
    `Authorization: AWS4-HMAC-SHA256 Credential=${key}/20261128/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=${signature}`,
    key,
    signature,
  ),
  format('v2 Authorization', `Authorization: AWS ${key}:x`, key),
  format('JWT bearer', `Authorization: Bearer ${jwt}`, jwt),
  format('OIDC on the command line', `--web-identity-token ${jwt}`, jwt),
  format('service account token', `token: ${jwt}`, jwt),
  format('ghs_ in a URL', `https://x-access-token:ghs_${plain(36)}@github.com/a/b`),
  format('PEM RSA', rsa, ...bodyOf(rsa)),
  format('PEM OPENSSH', openssh, ...bodyOf(openssh)),
  format('PEM in JSON', `{"key":"${escapedPem}"}`, ...bodyOf(escapedPem)),
  format('PEM cut short', cutPem, ...bodyOf(cutPem)),
  format('postgres URL', `postgres://app:${word}@db.example.com:5432/x`, word),
  format('mongodb+srv URL', `mongodb+srv://app:${word}@cluster.example.net`, word),
  format('redis URL', `rediss://:${word}@cache.example.com:6379`, word),
  format('ADO string', `Server=db;User Id=sa;Password=${word};Encrypt=true`, word),
  format('password with digits', `password: ${word}`, word),
  format('password in JSON', `{"password":"${word}"}`, word),
  format('PGPASSWORD', `PGPASSWORD=${word} psql`, word),
  format('SecretString as JSON', `{"SecretString":"{\\"username\\":\\"app\\",\\"password\\":\\"${word}\\"}"}`, word),
  format('DB_PASSWORD', `DB_PASSWORD=${word}`, word),
  format('DB_PASS', `DB_PASS=${word}`, word),
  format('DATABASE_URL escaped', `"DATABASE_URL=postgres:\\/\\/app:${word}@db"`, word),
  format('ECR login', `docker login -u AWS -p ${ecr} 111122223333.dkr.ecr.us-east-1.amazonaws.com`, ecr),
  format('CSV download of an access key', `Access key ID,Secret access key\n${key},${secret}`, key, secret),
  format(
    'CSV download of a user',
    `User name,Password,Access key ID,Secret access key\nmary,,${key},${secret}`,
    key,
    secret,
  ),
]

/** Left wholly or in part before. */
export const leftBefore: readonly Format[] = [
  format('\\u0022KEY\\u0022', `\\u0022${sessionKey}\\u0022`, sessionKey),
  format('%22KEY%22', `%22${sessionKey}%22`, sessionKey),
  format(
    'secret more than 400 characters from its key',
    `${key}${'\nsome line of a log file'.repeat(30)}\n${secret}\n`,
    secret,
  ),
  format('YAML >-', `aws_secret_access_key: >-\n  ${secret}\n`, secret),
  format('&lt;SecretAccessKey&gt;', `&lt;SecretAccessKey&gt;${secret}&lt;/SecretAccessKey&gt;`, secret),
  format('aws configure set', `aws configure set aws_secret_access_key ${secret}`, secret),
  format(
    'secret wrapped',
    `"SecretAccessKey": "${secret.slice(0, 22)}\n${secret.slice(22)}"`,
    secret.slice(0, 22),
    secret.slice(22),
  ),
  format('FQoG token', `token ${fqog} x`, fqog),
  format('token of 9,000', `SessionToken: ${longToken}`, longToken.slice(8500)),
  format('token wrapped', `aws_session_token = ${wrapAt(token, 76)}\nregion = us-east-1`, ...linesOf(token, 76)),
  format('token wrapped in a mail', `> ${wrapAt(token, 70, '> ')}\n> Regards`, ...linesOf(token, 70)),
  format('JWT wrapped', `${wrapAt(jwt, 80)}\n`, ...linesOf(jwt, 80)),
  format('presigned URL encoded whole', `url=${encoded(presigned)}`, sessionKey, signature, encoded(encoded(token))),
  format('<SignatureProvided>', `<SignatureProvided>${signature2}</SignatureProvided>`, signature2),
  format('Bearer opaque', `Authorization: Bearer ${opaque}`, opaque),
  format('Basic', `Authorization: Basic ${basic}`, basic),
  format('JWE', `token=${jwe}`, jwe),
  format('SAMLResponse=', `SAMLResponse=${encoded(saml)}&RelayState=`, encoded(saml)),
  format('--saml-assertion', `aws sts assume-role-with-saml --saml-assertion ${saml}`, saml),
  format('ghp_', `git clone https://${ghp}@github.com/a/b`, ghp),
  format('export GITHUB_TOKEN', `export GITHUB_TOKEN=${ghp}`, ghp),
  format('github_pat_', `token ${pat}`, pat),
  format('glpat-', `PRIVATE-TOKEN: ${glpat}`, glpat),
  format('Slack token', `SLACK_TOKEN=${slack}`, slack),
  format('Slack webhook', `https://hooks.slack.com/services/${hook}`, hook),
  format('Doppler token', `DOPPLER=${doppler}`, doppler),
  format('Hugging Face token', `login --token ${huggingFace}`, huggingFace),
  format('Twilio key', `key ${twilio}`, twilio),
  format('seed of an MFA device', `"Base32StringSeed": "${seed}"`, seed),
  format('seed of an MFA device in XML', `<Base32StringSeed>${seed}</Base32StringSeed>`, seed),
  format('QR code of an MFA device', `otpauth://totp/AWS:mary?secret=${seed}&issuer=AWS`, seed),
  format('signed cookie of CloudFront', `Cookie: CloudFront-Signature=${cookie}__; x=y`, cookie),
  format('npm token', `//registry.npmjs.org/:_authToken=${npm}`, npm),
  format('PEM over 8,000', longPem, ...bodyOf(longPem)),
  format('PuTTY', putty, ...puttyLines),
  format('URL password with @', `postgres://app:p4@${word}@db.example.com/x`, word, 'p4@'),
  format('password of letters only', `{"password":"${words}"}`, words),
  format('password of letters only, environment', `MYSQL_PASSWORD=${words}`, words),
  format('password of 5 characters', `"password": "q7w!a"`, 'q7w!a'),
  format('--master-user-password', `aws rds create-db-instance --master-user-password ${word}`, word),
  format('--password', `aws iam create-login-profile --user-name mary --password ${words}`, words),
  format('mysql -p', `mysql -u app -p${word} -h db`, word),
  format('mysql -p in quotes', `mysqldump -h db.example.com -p'${word}' reports > x.sql`, word),
  format('mariadb -p in double quotes', `mariadb -u app -p"${word}"`, word),
  format('docker login -p', `docker login -u AWS -p ${opaque} 111122223333.dkr.ecr.us-east-1.amazonaws.com`, opaque),
  format('podman login -p', `podman login -p '${word}' registry.example.com`, word),
  format('mongosh -p', `mongosh "mongodb://db" -u app -p ${word}`, word),
  format('redis-cli -a', `redis-cli -h cache -p 6379 -a ${word}`, word),
  format('sqlcmd -P', `sqlcmd -S db -U sa -P ${word}`, word),
  format('sshpass -p', `sshpass -p ${word} ssh admin@host`, word),
  format('password with &', `DB_PASSWORD=${word}&z9;k`, word, '&z9;k'),
  format('password with ; in quotes', `password = "${word};z9"`, word, ';z9'),
  format('SecretString plain', `{"Name":"x","SecretString":"${words}"}`, words),
  format('client_secret', `client_secret=${apiKey}`, apiKey),
  format('x-api-key', `x-api-key: ${apiKey}`, apiKey),
  format('Cookie', `Cookie: aws-creds=${opaque}; aws-userInfo=${basic}`, opaque, basic),
  format('Set-Cookie', `Set-Cookie: JSESSIONID=${opaque}; Path=/; HttpOnly`, opaque),
  format('k8s-aws-v1', `"token": "${eks}"`, eks),
  format('client-key-data', `    client-key-data: ${clientKey}`, clientKey),
  format('docker auth', `{"auths":{"https://index.docker.io/v1/":{"auth":"${basic}"}}}`, basic),
  format('SSO accessToken', `{"startUrl":"https://x.awsapps.com/start","accessToken":"${sso}"}`, sso),
  format('SSO refreshToken', `{"refreshToken":"${sso}"}`, sso),
  format('SSO clientSecret', `{"clientId":"x","clientSecret":"${jwt}"}`, jwt),
  format('SigninToken', `{"SigninToken":"${sso}"}`, sso),
  format(
    'MFA code',
    `aws sts get-session-token --serial-number arn:aws:iam::111122223333:mfa/mary --token-code 493817`,
    '493817',
  ),
  format('Bedrock key', `key ${bedrock}`, bedrock),
  format('AWS_BEARER_TOKEN_BEDROCK', `export AWS_BEARER_TOKEN_BEDROCK=${bedrock}`, bedrock),
  format('Secret access key, next line', `Access key\n${key}\nSecret access key\n${secret}\n`, key, secret),
  format('{"name":"DB_PASSWORD","value":…}', `{"name":"DB_PASSWORD","value":"${words}"}`, words),
]

const credentialsFile = btoa(`[default]\naws_secret_access_key = ${secret}\n`)
const mixed = `${plain(11)}7q`

/** Wrappings that no review listed. */
export const oddWrappings: readonly Format[] = [
  ...(
    [
      ['XML attribute', `<add key="AWSSecretKey" value="${secret}"/>`],
      ['XML element', `<string name="secretAccessKey">${secret}</string>`],
      ['Hadoop property', `fs.s3a.secret.key=${secret}`],
      ['Hadoop property in XML', `<name>fs.s3a.secret.key</name><value>${secret}</value>`],
      ['Spark property', `spark.hadoop.fs.s3a.secret.key ${secret}`],
      ['s3:// with a key pair', `s3://${key}:${secret}@logs/k`],
      ['Python environment', `os.environ["AWS_SECRET_ACCESS_KEY"] = "${secret}"`],
      ['Ruby environment', `ENV['AWS_SECRET_ACCESS_KEY'] = '${secret}'`],
      ['Ruby hash', `{:access_key_id=>"${key}", :secret_access_key=>"${secret}"}`],
      ['Rust', `let secret_access_key: &str = "${secret}";`],
      ['Go', `secretAccessKey := "${secret}"`],
      ['PHP', `$secretAccessKey = '${secret}';`],
      ['Kubernetes environment', `- name: AWS_SECRET_ACCESS_KEY\n  value: "${secret}"`],
      ['Markdown list', `* **Secret access key**: \`${secret}\``],
      ['Markdown table', `| AWS_SECRET_ACCESS_KEY | \`${secret}\` |`],
      ['prose', `aws_secret_access_key is ${secret}`],
      ['brackets', `my secret key (${secret})`],
      ['typographic quotes', `secret access key “${secret}”`],
      ['Terraform variable', `variable "secret_key" {\n  default = "${secret}"\n}`],
      ['CSV of the console', `User Name,Access key ID,Secret access key\nmary,${key},${secret}`],
      ['Dockerfile', `ENV AWS_SECRET_ACCESS_KEY ${secret}`],
      ['kubectl create secret', `--from-literal=AWS_SECRET_ACCESS_KEY=${secret}`],
      ['Java property', `-Daws.secretKey=${secret}`],
      ['Spring property', `spring.cloud.aws.credentials.secret-key=${secret}`],
      ['no-break space', `AWS_SECRET_ACCESS_KEY:\u00a0${secret}`],
    ] as const
  ).map(([name, text]) => format(name, text, secret)),
  format('slashes escaped', `{"SecretAccessKey":"${escapedSlash}"}`, escapedSlash),
  format('s3:// with a key pair, encoded', `s3://${key}:${encoded(secret)}@logs/k`, encoded(secret)),
  format('Kubernetes Secret', `data:\n  AWS_SECRET_ACCESS_KEY: ${btoa(secret)}`, btoa(secret)),
  format('credentials file in base64', `echo ${credentialsFile} | base64 -d`, credentialsFile.slice(-50)),
  format('--session-token', `aws sts get-caller-identity --session-token ${base64(300)}`),
  ...(
    [
      ['.netrc', `machine h login mary password ${mixed}`],
      ['YAML block', `password: |\n  ${mixed}`],
      ['password is', `The password is ${mixed}`],
      ['pass=', `pass=${mixed}&x=2`],
      ['pw:', `pw: ${mixed}`],
      ['Passwort:', `Passwort: ${mixed}`],
      ['XML password', `<password>${mixed}</password>`],
      ['IDENTIFIED BY', `CREATE USER 'a'@'%' IDENTIFIED BY '${mixed}'`],
      ['WITH PASSWORD', `ALTER USER app WITH PASSWORD '${mixed}'`],
      ['JDBC', `jdbc:postgresql://h/db?user=a&password=${mixed}`],
      ['_auth', `//registry.example.com/:_auth=${mixed}`],
      ['PRIVATE-TOKEN', `PRIVATE-TOKEN: ${mixed}`],
    ] as const
  ).map(([name, text]) => format(name, text, mixed)),
  format('Google OAuth', `ya29.${url64(120)}`),
  format('Databricks', `dapi${hex(32)}`),
  format('DigitalOcean', `dop_v1_${hex(64)}`),
  format('Slack app token', `xapp-1-A${plain(10)}-${letters(digits, 13)}-${hex(64)}`),
  format('Azure Storage', `AccountKey=${base64(86)}==;EndpointSuffix=core.windows.net`),
  format('age', `AGE-SECRET-KEY-1${letters(upper + digits, 58)}`),
  format('body of an OpenSSH key', `key b3BlbnNzaC1rZXktdjEAAAAA${base64(200)}`),
]

/** No secrets: these were blanked before. */
export const falseAlarms: readonly (readonly [name: string, text: string])[] = [
  [
    'S3 key of 40 characters near a key ID',
    `{"accessKeyId":"[x]","id":"AIDA"} ASIAPACIFICSOUTHEAST arn:aws:s3:::reports/2026/January/FinanceSummary00123.csv`,
  ],
  ['log group', 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/CustomerOrdersProcessorFun01'],
  ['role name of 40 characters', '"roleName":"StackNameMyFunctionServiceRole1A2B3C4D5E"'],
  ['a port of docker run', 'docker run -p 8080:80 -e LOGIN=x app -p name'],
  ['a port of redis-cli', 'redis-cli -h cache -p 6379 get x'],
  ['a prompt of mysql', 'mysql -u app -p reports'],
  ['mkdir -p after docker login', 'docker login registry.example.com && mkdir -p build1/x'],
  ['PWD=/home/mary/x', 'PWD=/home/mary/x OLDPWD=/home/mary2/y'],
  ['pwd=/…', 'pwd=/var/task1/x'],
  ['passwd: /etc/passwd', 'passwd: /etc/passwd1'],
  ['var.db_password', 'password = var.db_password'],
  ['random_password.master.result', 'master_password = random_password.master.result'],
  ['ARN of a secret', '"Password": "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf"'],
  ['secret_key = /prod/app/…', 'secret_key = /prod/app/database/orders/readonlySecret'],
  ['ASIAPACIFICSOUTHEAST', 'ASIAPACIFICSOUTHEAST'],
  ['policy variable', '"Resource": "arn:aws:s3:::b/${aws:username}/password=hunter22"'],
  ['policy element', '"Condition":{"StringEquals":{"aws:RequestTag/password":"hunter2!x"}}'],
  ['prose about bearer tokens', 'The bearer authentication failed, use Authorization: Bearer <token>'],
  ['NextToken', `"NextToken": "${base64(80)}"`],
  ['clientRequestToken', '"clientRequestToken": "terraform-20261128101112131400000001"'],
  [
    'a PEM header in prose',
    'The file must start with -----BEGIN PRIVATE KEY-----\nUser: arn:aws:iam::111122223333:user/mary is not authorized',
  ],
  ['environment in Terraform', 'DB_PASSWORD = aws_secretsmanager_secret_version.db.secret_string'],
  ['process.env', 'password: process.env.DB_PASSWORD_1'],
  ['a commit', `commit ${hex(40)}`],
  ['an ETag of parts', `ETag: "${hex(32)}-12"`],
  ['CodeSha256', `"CodeSha256": "${base64(43)}="`],
  ['a picture', `data:image/png;base64,iVBORw0KGgo${base64(300)}`],
  ['subresource integrity', `"integrity": "sha512-${base64(86)}=="`],
  ['a digest of an image', `111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:${hex(64)}`],
  ['a role called Password', 'arn:aws:iam::111122223333:role/Password-Rotator'],
  ['the name of a secret', '"SecretId": "prod/payments/db-password"'],
  ['--secret-id', 'aws secretsmanager get-secret-value --secret-id prod/payments/db-password'],
  ['a password policy', '"MinimumPasswordLength": 14, "PasswordResetRequired": true'],
  ['a Kubernetes Secret by name', 'secretKeyRef:\n  name: db\n  key: password'],
  ['a parameter by ARN', 'valueFrom: arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db/password'],
  ['x-amz-id-2', `x-amz-id-2: ${base64(76)}=`],
  ['a source map', 'sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpb'],
  ['a public SSH key', `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${base64(43)} mary@laptop`],
  ['a certificate', `-----BEGIN CERTIFICATE-----\n${base64(64)}\n${base64(64)}\n-----END CERTIFICATE-----`],
  ['an encoded message', `Encoded authorization failure message: ${url64(600)}`],
  ['--password-stdin', 'docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com'],
  ['a secret of GitHub Actions', 'password: ${{ secrets.DB_PASSWORD }}'],
  ['a shell variable', 'DB_PASSWORD=$DB_PASSWORD'],
  ['an external ID', `"sts:ExternalId": "${hex(32)}"`],
  ['a commit in a URL', `git+https://github.com/org/repo.git#${hex(40)}`],
  ['a canonical user ID', `"bucketOwnerCanonicalId": "${hex(64)}"`],
  ['a secret key that is a hash', `secret_key_checksum: ${hex(40)}`],
  ['a test that passes', '--- PASS: TestReadsPolicy2 (0.00s)'],
  ['an action with Password', '"Sid": "AllowPasswordChange", "Action": "iam:ChangePassword"'],
  ['a public certificate', `certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t${base64(90)}`],
]
