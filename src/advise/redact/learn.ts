// Where names of people, roles, sessions, and companies stand. Each expression's group is a name, perhaps with a path, a domain, or wildcards.
import { hostNames } from './hosts.ts'
import { machineNames } from './machines.ts'
import { peopleIn } from './people.ts'
import { isCommon, isNobody } from './words.ts'

const name = String.raw`([^\s"'<>\\,;|&()\[\]{}:]{1,300})`
const shortName = String.raw`([^\s"'<>\\/,;|&()\[\]{}:]{1,100})`
const before = `(?<![A-Za-z0-9])`

const places: readonly RegExp[] = [
  // ARNs, URL-encoded ones, too
  new RegExp(
    `(?::|%3A)(?:user|role|group|federated-user|assumed-role|instance-profile|mfa|sms-mfa|u2f|saml-provider|server-certificate|repository|usergroup|dbuser)(?:[:/]|%2F)(?!aws-service-role(?:/|%2F))${name}`,
    'g',
  ),
  new RegExp(String.raw`(?:assumed-role|federated-user)\/${name}`, 'g'),
  new RegExp(String.raw`:iam::(?:\d{12}|\*):policy\/${name}`, 'g'),
  new RegExp(String.raw`:alias\/(?!aws\/)${name}`, 'g'),
  new RegExp(String.raw`:codecommit:[a-z0-9-]{0,30}:\d{12}:${name}`, 'g'),
  // Service accounts of Kubernetes, in the subject of a role's trust policy
  /\bsystem(?::|%3A)serviceaccount(?::|%3A)([\w*?.-]{1,100}(?:(?::|%3A)[\w*?.-]{1,100})?)/g,
  // The session behind a unique ID
  new RegExp(`(?<![A-Z0-9])A[A-Z]{3}[A-Z0-9]{8,24}(?::|%3A)${name}`, 'g'),
  // Fields, variables, elements of XML
  new RegExp(
    String.raw`${before}(?:[A-Za-z]{0,20}(?:user|role|group|session|profile|issuer|login|principal|repository|(?:service[_-]?)?account|namespace|pod|cluster|host|computer|tenant|customer|company|policy)[_-]?name|user[_-]?id|uid|login|namespace|owner|team|author|hostname|preferred_username|sourceIdentity|source[_-]identity|actor|repository|AWS_PROFILE|GITHUB_ACTOR|GITHUB_REPOSITORY|LOGNAME|USER)(?:["'\\]{0,6}\s{0,3}[:=]\s{0,3}["'\\]{0,6}|>|&gt;)${name}`,
    'gi',
  ),
  /"(?:displayName|fullName|givenName|familyName|firstName|lastName)\\?"\s{0,3}:\s{0,3}\\?"([^"\\]{1,100})/gi,
  // Options
  new RegExp(
    `--(?:user-?name|account-alias|account-name|namespace|owner|role-name|group-name|role-session-name|instance-profile-name|source-identity|profile|repository-name|login)[ =]["']?${name}`,
    'g',
  ),
  new RegExp(String.raw`\[profile ${shortName}\]`, 'g'),
  // Home directories
  new RegExp(
    String.raw`(?:\/home\/|[\\/]Users(?:\\{1,2}|\/))(?!(?:ec2-user|ubuntu|runner|runneradmin|root|hadoop|Public|vscode)\b)${shortName}`,
    'g',
  ),
  // Email addresses: what stands before the @, and the domain without its end
  /(?<![\w.+-])([\w.+-]{1,64})(?:@|%40)[\w-]{1,63}\.[\w.-]{1,200}/g,
  /[\w+-](?:@|%40)((?:(?!github\b|gitlab\b|bitbucket\b|gmail\b)[\w-]{1,63}\.){1,5})[A-Za-z]{2,24}\b/g,
  // Commands of Kubernetes
  /\b(?:kubectl|helm|oc|eksctl|k9s)\b[^\r\n]{0,160}?\s(?:-n|--namespace|--cluster)[ =]([\w.-]{2,253})/g,
  /(?<=\b(?:kubectl|oc)\b[^\r\n]{0,160}\s)(?:sa|serviceaccounts?|pods?|po|deploy|deployments?|ns)[ /]([\w.-]{2,253})/g,
  // Roles of IAM Identity Center, without their ARN
  /AWSReservedSSO_([\w+=,.@-]{1,64})_[0-9a-f]{16}(?![0-9a-f])/g,
  new RegExp(String.raw`AWSReservedSSO_[\w+=,.@-]{1,64}_[0-9a-f]{16}\/${name}`, 'g'),
  // Messages of Terraform and of IAM
  new RegExp(String.raw`\b(?:User|Role|Group|Policy|Profile|Alias|Provider) \(${shortName}\)`, 'g'),
  new RegExp(
    String.raw`\b(?:user|role|group|policy|profile|principal) (?:with (?:the )?)?name ["“${'`'}]?${shortName} (?:cannot|could|is|was|already|does)`,
    'gi',
  ),
  new RegExp(`AttributeKey=Username,AttributeValue=${name}`, 'g'),
  // Account aliases, and the names of accounts in AWS Organizations
  /AccountAliases\\?"\s{0,9}:\s{0,9}\[\s{0,40}\\?"([^"\\]{1,100})/g,
  // User pools of Amazon Cognito
  /(?<![A-Za-z0-9])[a-z]{2}(?:-[a-z]{2,12}){1,3}-\d_([A-Za-z0-9]{9,55})(?![A-Za-z0-9])/g,
  // Terraform: the labels of IAM resources, and the names in any block
  /\bresource\s{1,4}"aws_iam_\w{1,40}"\s{1,4}"([\w-]{1,100})"/g,
  /^\s{0,40}(?:name|name_prefix|user|path|display_name|owner|account_name|account_alias|alias)\s{0,40}=\s{0,4}"((?!aws:|[\w-]{1,60}Access"|(?:self|amazon)")[^"\s\r\n$]{1,200})/gm,
  // Objects of Kubernetes
  /\bkind: [A-Z]\w{1,60}\r?\n(?:[^\r\n]{0,200}\r?\n){0,8}?\s{1,20}name: ["']?([\w.-]{1,253})/g,
  /(?<![\w-])(?:pod|deployment|serviceaccount|namespace|job|cronjob|statefulset|daemonset|replicaset)s?(?:\.apps|\.batch)?(?:\/| \\?["'])([\w.-]{1,253})/g,
  // Repositories
  /(?<![\w-])(?:repo|project_path|organization):([\w.*?-]{1,100}(?:\/[\w.*?-]{1,100}){0,6})/g,
  /(?:github|gitlab|bitbucket)\.(?:com|org)[/:]([\w.-]{1,100}\/[\w.-]{1,100})/g,
  /\b(?:user|role|group|session|named|called) ["“‘`]([\w+=.@-]{1,100})["”’`]/gi,
  // Prose: "the user mary may not", "role “Dev”"
  /\b(?:user|role|group|session|principal|caller|colleague|employee|actor|named|called|owner)[:=]?\s+["'“‘`*]{0,2}([\p{L}\p{N}][\p{L}\p{N}_+=.@-]{0,99})(?=\s+(?:is|was|by|at|as|for|using|via|when|while|because|since|before|after|again|started|assuming|may|can|could|must|does|do|did|has|had|needs?|wants?|tried|tries|cannot|can['’]t|isn['’]t|doesn['’]t|in|from|of|on|with|to|gets?|got|calls?|called|should|will|assumed?|and|or|who|whose|has|cannot)\b|["'”’`*]|[.,;:!?)]|\s*$)/gimu,
  /(?<!\S)([\p{L}\p{N}][\p{L}\p{N}_+=.@-]{0,99}) (?:is not authorized|isn['’]t authorized|may not|is denied|cannot assume)/giu,
]

const bucketPlaces: readonly RegExp[] = [
  new RegExp(`arn(?::|%3A)aws[a-z-]{0,20}(?::|%3A)s3(?::|%3A){3}${shortName}`, 'g'),
  new RegExp(String.raw`s3[an]?:\/\/${shortName}`, 'g'),
  // Server access logs: https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html
  /^[0-9a-f]{64} ([a-z0-9][a-z0-9.-]{2,62}) \[\d\d\//gm,
  /\bs3(?:[.-][a-z0-9-]{2,30}){0,2}\.amazonaws\.com(?:\.cn)?\/([A-Za-z0-9][A-Za-z0-9.-]{2,62})/g,
  /\bresource\s{1,4}"aws_s3_\w{1,40}"\s{1,4}"([\w-]{1,100})"/g,
  new RegExp(
    String.raw`${before}bucket(?:[_-]?name)?(?:["'\\]{0,6}\s{0,3}[:=]\s{0,3}["'\\]{0,6}|>|&gt;)${shortName}`,
    'gi',
  ),
  new RegExp(`--bucket[ =]["']?${shortName}`, 'g'),
  /(?<![A-Za-z0-9.-])([A-Za-z0-9][A-Za-z0-9.-]{2,62})\.s3[.-]/g,
]

/** The parts of a name between its separators, without escapes; those that touch a wildcard are parts of patterns and aren't names. */
const part = /%[0-9A-Fa-f]{2}|(?<![*?])[\p{L}\p{N}]+(?![\p{L}\p{N}*?])/gu
/** Names that are often words, and lists of names: only the words that no one else uses count. */
const phrases: readonly RegExp[] = [
  /\b(?:account|company|organization|display) ?name["'\\]{0,4}\s{0,3}[:=]\s{0,3}["'\\]{0,4}([^"'\\\r\n]{1,100})/gi,
  /\b(?:users|members|admins|administrators|owners|groups|reviewers|maintainers)["'\\]{0,4}\s{0,3}[:=]\s{0,3}\[([^\][]{1,2000})\]/gi,
  /"(?:Name|DisplayName|AccountName)\\?"\s{0,3}:\s{0,3}\\?"([^"\\]{1,100})/g,
  // Tags that say whose something is, and claims of tokens: https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims
  /"(?:Tag)?Key\\?"\s{0,3}:\s{0,3}\\?"[\w:/ -]{0,60}(?:owner|creator|created[-_ ]?by|author|contact|user|team|maintainer|requester|requested[-_ ]?by|e-?mail|customer|client|company|tenant)[\w-]{0,20}\\?"\s{0,3},\s{0,40}\\?"(?:Tag)?Value\\?"\s{0,3}:\s{0,3}\\?"([^"\\]{1,256})/gi,
  /"(?:sub|name|nick_?name|unique_name|upn|cognito:username|principal_?name|given_name|family_name|middle_name|created_?by|requested_?by|modified_?by|assigned_?to)\\?"\s{0,3}:\s{0,3}\\?"([^"\\]{1,100})/gi,
]
const prose = /\b(?:named|called|owner|session|principal|caller|actor|user|role|group)/

/** The identifying tokens of all texts together. */
export function learnNames(texts: readonly string[], { buckets }: { readonly buckets: boolean }): ReadonlySet<string> {
  const tokens = new Set<string>()
  const learn = (name: string, isName: (token: string) => boolean): void => {
    for (const [token] of name.matchAll(part))
      if (!token.startsWith('%') && !isNobody(token) && isName(token)) tokens.add(token.toLowerCase())
  }
  const any = (): boolean => true
  const isRare = (token: string): boolean => !isCommon(token)
  for (const pattern of buckets ? [...places, ...bucketPlaces] : places) {
    // In prose a common word isn't a name: "the role policy", "the user can".
    const isProse = prose.test(pattern.source) && pattern.flags.includes('u')
    for (const text of texts) for (const [, found = ''] of text.matchAll(pattern)) learn(found, isProse ? isRare : any)
  }
  for (const text of texts) {
    for (const pattern of phrases) for (const [, found = ''] of text.matchAll(pattern)) learn(found, isRare)
    for (const name of [...hostNames(text), ...machineNames(text), ...peopleIn(text)]) learn(name, isRare)
  }
  return tokens
}
