// Where names of people, roles, sessions, and companies stand. Each expression's group is a name, perhaps with a path, a domain, or wildcards.
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
    String.raw`${before}(?:[A-Za-z]{0,20}(?:user|role|group|session|profile|issuer|login|principal|repository)[_-]?name|login|sourceIdentity|source[_-]identity|actor|repository|AWS_PROFILE|GITHUB_ACTOR|GITHUB_REPOSITORY|LOGNAME|USER)(?:["'\\]{0,6}\s{0,3}[:=]\s{0,3}["'\\]{0,6}|>|&gt;)${name}`,
    'gi',
  ),
  /"(?:displayName|fullName|givenName|familyName|firstName|lastName)\\?"\s{0,3}:\s{0,3}\\?"([^"\\]{1,100})/gi,
  // Options
  new RegExp(
    `--(?:user-?name|role-name|group-name|role-session-name|instance-profile-name|source-identity|profile|repository-name|login)[ =]["']?${name}`,
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
  // Start URLs and account aliases
  /(?<![\w-])([\w-]{1,63})\.(?:awsapps\.com|signin\.aws)/g,
  // Repositories
  /(?<![\w-])(?:repo|project_path|organization):([\w.*?-]{1,100}(?:\/[\w.*?-]{1,100}){0,6})/g,
  /(?:github|gitlab|bitbucket)\.(?:com|org)[/:]([\w.-]{1,100}\/[\w.-]{1,100})/g,
  /\b(?:user|role|group|session|named|called) ["“‘`]([\w+=.@-]{1,100})["”’`]/gi,
  // Prose: "the user mary may not", "role “Dev”"
  /\b(?:user|role|group|session|principal|caller|colleague|employee|actor|named|called|owner)[:=]?\s+["'“‘`*]{0,2}([\p{L}\p{N}][\p{L}\p{N}_+=.@-]{0,99})(?=\s+(?:is|was|may|can|could|must|does|do|did|has|had|needs?|wants?|tried|tries|cannot|can['’]t|isn['’]t|doesn['’]t|in|from|of|on|with|to|gets?|got|calls?|called|should|will|assumed?|and|or|who|whose|has|cannot)\b|["'”’`*]|[.,;:!?)]|\s*$)/gimu,
  /(?<!\S)([\p{L}\p{N}][\p{L}\p{N}_+=.@-]{0,99}) (?:is not authorized|isn['’]t authorized|may not|is denied|cannot assume)/giu,
]

const bucketPlaces: readonly RegExp[] = [
  new RegExp(`arn(?::|%3A)aws[a-z-]{0,20}(?::|%3A)s3(?::|%3A){3}${shortName}`, 'g'),
  new RegExp(String.raw`s3:\/\/${shortName}`, 'g'),
  new RegExp(
    String.raw`${before}bucket(?:[_-]?name)?(?:["'\\]{0,6}\s{0,3}[:=]\s{0,3}["'\\]{0,6}|>|&gt;)${shortName}`,
    'gi',
  ),
  new RegExp(`--bucket[ =]["']?${shortName}`, 'g'),
  /(?<![A-Za-z0-9.-])([A-Za-z0-9][A-Za-z0-9.-]{2,62})\.s3[.-]/g,
]

/** The parts of a name between its separators, without escapes; those that touch a wildcard are parts of patterns and aren't names. */
const part = /%[0-9A-Fa-f]{2}|(?<![*?])[\p{L}\p{N}]+(?![\p{L}\p{N}*?])/gu
const prose = /\b(?:named|called|owner|session|principal|caller|actor|user|role|group)/

/** The identifying tokens of all texts together. */
export function learnNames(texts: readonly string[], { buckets }: { readonly buckets: boolean }): ReadonlySet<string> {
  const tokens = new Set<string>()
  for (const pattern of buckets ? [...places, ...bucketPlaces] : places) {
    // In prose a common word isn't a name: "the role policy", "the user can".
    const isProse = prose.test(pattern.source) && pattern.flags.includes('u')
    for (const text of texts)
      for (const [, found] of text.matchAll(pattern))
        for (const [token] of (found ?? '').matchAll(part))
          if (!token.startsWith('%') && !isNobody(token) && !(isProse && isCommon(token)))
            tokens.add(token.toLowerCase())
  }
  return tokens
}
