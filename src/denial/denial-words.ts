import { type Piece, pieceBetween, trimEnd } from './piece.ts'
import { noReason, quotedDeny, type Reason, readQuotedDeny, readReason } from './reason.ts'
import { anything, type Spotted } from './spotter.ts'
import { readSubject } from './subject.ts'

/** Codes and sentences that only a denial has: they outweigh words about throttling or a missing resource in the same text. */
// Java has an exception of this name for files, which Hadoop throws for everything that S3 doesn't give it.
const strong =
  /(?<!\bnio\.file\.)\bAccess[ ]?Denied(?:Exception)?\b|UnauthorizedOperation|not\s+authorized\s+to\s+perform/

/** Does the text explicitly report a denial? */
export const isExplicitDenial = (text: string): boolean => strong.test(text)

/** Only AWS’s own tools print these: they outweigh the name of another system in the same log. */
const ofAws =
  /\((?:AccessDenied|UnauthorizedOperation|403)[A-Za-z]{0,12}\)\s+when\s+calling\s+the|api error (?:AccessDenied|Forbidden|UnauthorizedOperation)|amazon(?:aws)?\.[\w.]{1,200}(?:AccessDenied|S3)Exception|\(Service: [A-Za-z0-9 ]{1,40}[;,] Status Code: 40[03]\b|aws-sdk\/lib\/|node_modules\/@aws-sdk\/|\brequest id: [\w-]{8,80},? host id: \S|x-amz-(?:request-id|id-2)|<RequestId>[0-9A-Z]{16}<\/RequestId>\s{0,9}<HostId>[\w+/=]{20}|\bAccessDenied(?:<\/Code>)?\s{0,9}<Message>Access Denied<\/Message>\s{0,9}<RequestId>[0-9A-Z]{6,16}<\/RequestId>\s{0,9}<HostId>|Code: AccessDenied\s{1,9}Message: Access Denied\s{1,9}RequestId: |\bgit-codecommit\.[\w-]{1,40}\.amazonaws\.com|\boperation error [A-Z][\w ]{1,40}: [A-Z]\w{2,80}, |\.amazonaws\.com[\s\S]{0,200}AccessDenied|\bAWS\w{2,20}\.AccessDenied\b|\baws[.:]?(?:\.sdk|:sdk)|\b[A-Z][a-z]+[A-Z]\w{1,60}: AccessDenied: Access Denied|\barn:aws[\w-]*:(?:iam|sts)::\d{12}:/

/** Does the denial come from one of AWS’s tools? */
export const isFromAwsTool = (text: string, spotted: Spotted = anything): boolean =>
  spotted.mayHave(ofAws) && ofAws.test(text)

/** Phrases that AWS and its tools use for a denial without naming the caller or action, and hardly anyone else. Any one of them is enough. */
const ownPatterns: readonly RegExp[] = [
  /\bAccess Denied\b|AccessDenied/,
  /UnauthorizedOperation|\bAuthorizationError|\bForbiddenException|(?<![A-Za-z:])NotAuthorized/,
  // Kafka's client says what Amazon MSK answered.
  /SaslAuthenticationException: \[[\w-]{10,60}\]: Access denied/,
  /not\s+authorized\s+to\s+perform/i,
  /ServiceLinkedRoleCreationNotPermitted/,
  /Forbidden: (?:null|Forbidden)|httpStatusCode: 403/i,
  /did\s+not\s+have\s+IAM\s+permissions/i,
  // The sentence that every service has for it: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html
  /do\s+not\s+have\s+sufficient\s+(?:access|permissions?)\s+to\s+perform\s+this\s+action/i,
  // API Gateway, of an API key, a resource policy or a firewall
  /\{\s{0,9}"message"\s?:\s?"Forbidden"\s{0,9}\}/,
  /INSUFFICIENT_PERMISSIONS|Insufficient permissions to execute the query/,
  /Error Code Forbidden|Forbidden\. For troubleshooting Function URL/,
  /do(?:n['’]t| not)\s+have\s+access\s+to\s+the\s+model/i,
  /not enabled for cost explorer access|access not activated/i,
  /Insufficient\s+Lake\s+Formation\s+permission/i,
  /cannot be assumed\b|Roles? may not be assumed|unable to assume the role|Could not assume role/i,
  /AllAccessDisabled|PERMISSION_ERROR: |Permission denied on S3 path/,
  /Access denied for operation/,
  /Access\s+to\s+the\s+resource\s+\S{1,500}\s+is\s+denied/i,
]

/** Words that any system denies with: they count where the text is about AWS. */
const commonPatterns: readonly RegExp[] = [
  /access[\s_-]?denied/i,
  /\b(?:api error|StatusCode:?|Status Code:?|status:|HTTP|error:?|occurred)\s*\(?403\b/i,
  /\b403\)?\s*[:-]?\s*\(?Forbidden/i,
  /\(HTTP 403\)|\bPermissionError: Forbidden\b/,
  /do(?:n['’]{1,2}t| not)\s+have\s+(?:the\s+)?permissions?\s+to/i,
  /does\s+not\s+have\s+permissions?\s+to\s+(?:assume|perform|call|invoke)\b/i,
  /role\s+does\s+not\s+have\s+(?:sufficient\s+)?permissions/i,
  /not\s+authorized\s+to\s+(?:access|assume|create|use|call|do|get)\b/i,
  /is not permitted to perform|lacks? (?:the )?(?:required )?permissions?\b/i,
  /not\s+allowed\s+to\s+access/i,
  /access\s+to\s+(?:the|this)\s+resource\s+is\s+denied/i,
]

/** Words that only texts about AWS have: its name, an ARN, a header, a key, and the names of services that mean nothing else. */
const aboutAws =
  /\b(?:aws|amazon|amazonaws|boto3?|botocore|arn|iam|sts|s3a?|ec2|ecr|eks|ecs|sqs|sns|kms|ssm|rds|efs|fsx|emr|acm|scp|msk|vpce?|dynamodb|lambda|cloudformation|cloudfront|cloudwatch|cloudtrail|secrets ?manager|kinesis|firehose|redshift|athena|glue|sagemaker|bedrock|cognito|route ?53|codebuild|codepipeline|codecommit|codeartifact|codedeploy|fargate|beanstalk|elasticache|opensearch|eventbridge|appsync|api gateway|quicksight|lake formation|identity center|organizations|cost (?:explorer|management|allocation tags?)|savings plans?|step functions|systems manager|parameter store|control tower|trusted advisor)\b|\b(?:AKIA|ASIA)[A-Z0-9]{8}|x-amz|\baws[_-]|amazonaws|AWS::|\b(?:AWS|Amazon)[A-Z]|\brequest[ _-]?id\b|\bwhen\s{1,9}calling\s{1,9}the\b|CannotPull\w{0,20}ContainerError|\b\d{12}\b/i

/** Is the text about AWS at all? */
const isAboutAws = (text: string): boolean => aboutAws.test(text)

const denialPatterns: readonly RegExp[] = [...ownPatterns, ...commonPatterns]
/** How denials are said, looked for only where its words stand. */
export const denialHints: readonly RegExp[] = [...denialPatterns, ofAws]
/** Where a text denies something in any of these ways, the first place of each. */
export function denialPlaces(
  text: string,
  spotted: Spotted,
): readonly { readonly from: number; readonly to: number }[] {
  const places: { readonly from: number; readonly to: number }[] = []
  for (const each of denialPatterns) {
    const found = spotted.mayHave(each) ? each.exec(text) : null
    if (found) places.push({ from: found.index, to: found.index + found[0].length })
  }
  return [...places, ...placesOf(text)].sort((a, b) => a.from - b.from)
}

const denials = /access[\s_-]?denied|UnauthorizedOperation|not\s{1,9}authorized\s|\b403\b|Forbidden/gi
/** More denials than this in one log add nothing new. */
const mostPlaces = 60

function placesOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  const places: { from: number; to: number }[] = []
  for (const found of text.matchAll(denials)) {
    places.push({ from: found.index, to: found.index + found[0].length })
    if (places.length >= mostPlaces) break
  }
  return places
}

/** Does the text report a denial, in AWS's words, or in words that any system has while it's about AWS? */
export function isDenialText(text: string, spotted: Spotted): boolean {
  const isSaid = (each: RegExp): boolean => spotted.mayHave(each) && each.test(text)
  return ownPatterns.some(isSaid) || ((text.length < shortest || isAboutAws(text)) && commonPatterns.some(isSaid))
}

/** A text this short, such as "403 Forbidden", could be about anything. */
const shortest = 30

/** Where such a text names the denied resource. */
const resources: readonly RegExp[] = [
  /Permission denied on S3 path: (\S{1,500})/d,
  /Access\s+to\s+the\s+resource\s+(\S{1,500})\s+is\s+denied/di,
  /not\s+authorized\s+to\s+assume\s+IAM\s+Role\s+(arn:\S{1,500})/di,
  /Insufficient\s+Lake\s+Formation\s+permission\(s\):?(?:\s+Required\s+[\w,\s]{1,80})?\s+on\s+([\w./-]{1,200})/di,
]

/** The resource that such a text names, if it does. */
export function deniedResource(text: string, spotted: Spotted): Piece | undefined {
  for (const pattern of resources) {
    const [, named] = (spotted.mayHave(pattern) ? pattern.exec(text)?.indices : undefined) ?? []
    if (!named) continue
    const piece = pieceBetween(text, ...named)
    return piece && trimEnd(piece)
  }
  return undefined
}

/** "'ARN' is not authorized to create managed-rule": a verb other than "perform". */
const otherVerb = /\bnot\s{1,60}authorized\s{1,60}to\s{1,60}(?!perform\b)[a-z]/i

/** Who such a text names, by an ARN before the verb, or at the end of a text that was cut off before it. */
export function deniedPrincipal(text: string, spotted: Spotted): Piece | undefined {
  const found = spotted.mayHave(otherVerb) ? otherVerb.exec(text) : null
  if (!found) return cutPrincipal(text)
  const piece = readSubject(text, found.index)
  return piece && /^arn:/.test(piece.text) ? piece : undefined
}

/** ECS and others cut their reasons off: "… User: arn:… is not autho". */
function cutPrincipal(text: string): Piece | undefined {
  const at = text.lastIndexOf('User: arn:') + 6
  const arn = at < 6 ? undefined : /^[^\s"']{1,400}/.exec(text.slice(at, at + 401))?.[0]
  if (arn === undefined) return undefined
  const rest = text.slice(at + arn.length, at + arn.length + 60).replace(/[.…"'`\s]{1,20}$/, '')
  return ' is not authorized to perform'.startsWith(rest) ? pieceBetween(text, at, at + arn.length) : undefined
}

/** A denial that names no action, and may give its reason. */
const barely =
  /not\s{1,60}authorized\s{1,60}to\s{1,60}perform\s{1,60}this|due\s{1,60}to\s{1,60}an\s{1,60}explicit\s{1,60}deny|Access denied to /i

/** AWS's reason without the sentence before it. */
const reasonAlone = /\bbecause\s{1,20}no [a-z -]{4,40}policy allows the /

/** "not authorized to access this resource with an explicit deny in …", as in API Gateway’s message. */
export function deniedReason(text: string, spotted: Spotted): Reason {
  for (const pattern of [otherVerb, barely, reasonAlone]) {
    const at = spotted.mayHave(pattern) ? text.search(pattern) : -1
    const reason = at < 0 ? noReason : readReason(text, at, at + 300)
    if (reason.effect !== undefined) return reason
    if (at >= 0) break
  }
  return spotted.mayHave(quotedDeny) ? readQuotedDeny(text) : noReason
}

const actionBefore =
  /(?:\bAPI:\s{1,9}|\bAccess denied to |\bYou don['’]t have permission to )[*`]{0,4}([a-z0-9-]{1,40}:[A-Za-z0-9]{1,100}(?:-[A-Z][A-Za-z0-9]{1,60})?)/

/** CloudFormation and the CDK put "API: service:Action" before the message; the console's titles say "Access denied to …", "permission to …". */
export function namedAction(text: string, spotted: Spotted): Piece | undefined {
  const found = spotted.mayHave(actionBefore) ? actionBefore.exec(text) : null
  const to = found ? found.index + found[0].length : 0
  return found?.[1] ? pieceBetween(text, to - found[1].length, to) : undefined
}

const actionInReason = /\bno [a-z -]{4,40}policy allows the ([a-z0-9-]{1,40}:[A-Za-z0-9]{1,100}) action/

/** The action in AWS's reason, where the sentence before it is missing: "because no identity-based policy allows the iam:PassRole action". */
export function reasonAction(text: string, spotted: Spotted): Piece | undefined {
  if (!spotted.mayHave(actionInReason) || /authorized\s+to\s+perform/i.test(text)) return undefined
  const found = actionInReason.exec(text)
  const from = found ? found.index + found[0].length - ' action'.length - (found[1]?.length ?? 0) : 0
  return found?.[1] ? pieceBetween(text, from, from + found[1].length) : undefined
}

/** What says who and what was denied, and why, looked for only where its words are. */
export const detailHints: readonly RegExp[] = [
  ...resources,
  otherVerb,
  barely,
  reasonAlone,
  quotedDeny,
  actionBefore,
  actionInReason,
]
