import { ambiguousOperations, apiGatewayMethods, renamedOperations } from '../reference/index.ts'
import { hasOperation, isOperation, operationAsWritten, servicesOfOperation } from './operation-services.ts'
import { inOneLine } from './piece.ts'
import { programOperation } from './program-calls.ts'
import { s3Operation } from './s3-tools.ts'
import { prefixOf, serviceOfHost } from './service-prefixes.ts'
import { anything, type Spotted } from './spotter.ts'
import { stackOperation, templateOperation } from './stack-events.ts'
import { describedOperation } from './tool-phrases.ts'
import { tracedOperation, tracePatterns } from './traces.ts'

/** The IAM action behind an operation of a service, as an SDK, the CLI, or an event source names it. Undefined where that would be a guess. */
export function actionOfOperation(operation: string, service: string | undefined): string | undefined {
  if (service === undefined) return onlyOne(actionsOfMention({ operation, service: undefined, code: undefined }))
  const prefix = prefixOf(service)
  return prefix === undefined ? undefined : actionIn(prefix, operation, service)
}

const onlyOne = ([first, ...more]: readonly string[]): string | undefined => (more.length === 0 ? first : undefined)

/** S3 has an API of its own for what an account sets: its operations have the names of those on a bucket, and other actions. */
const s3Control = /^s3[ -]?control\b/i

function actionIn(prefix: string, operation: string, service = prefix): string | undefined {
  // Events of Lambda and CloudFront carry the API's date: GetFunction20150331v2, CreateDistribution2020_05_31.
  const bare = operation.replace(/(?<=[a-z])20\d{2}_?\d{2}_?\d{2}(?:v\d)?$/, '')
  const key = `${prefix}:${bare.toLowerCase()}`
  if (ambiguousOperations.has(key)) return undefined
  if (prefix === 'apigateway') return methodOf(bare)
  const own = s3Control.test(service) ? renamedOperations.get(`s3-control:${bare.toLowerCase()}`) : undefined
  return own ?? renamedOperations.get(key) ?? `${prefix}:${bare.charAt(0).toUpperCase()}${bare.slice(1)}`
}

/** The actions that a mentioned operation can require: one, several if services share its name, or none. */
function actionsOfMention({ operation, service, code }: Mention): readonly string[] {
  const named = service === undefined ? undefined : prefixOf(service)
  const prefixes = named === undefined ? servicesOfOperation(operation, code) : [named]
  return [...new Set(prefixes.flatMap((prefix) => actionIn(prefix, operation, service) ?? []))]
}

function methodOf(operation: string): string | undefined {
  const verb = /^[A-Z]?[a-z]+/.exec(operation)?.[0].toLowerCase() ?? ''
  const method = apiGatewayMethods.get(verb)
  return method && `apigateway:${method}`
}

interface Mention {
  readonly operation: string
  readonly service: string | undefined
  /** The error code, where the tool prints it. */
  readonly code: string | undefined
}

/** How one tool names the operation that failed: its reader is asked only about texts with a word that these patterns need. */
interface MentionReader {
  readonly needs: readonly RegExp[]
  readonly read: (text: string) => Mention | undefined
}

/** A tool whose words one pattern reads: the group of the operation, and that of the service. */
const byWords = (pattern: RegExp, operation: number, service = 0): MentionReader => ({
  needs: [pattern],
  read: (text) => named(pattern.exec(text), operation, service),
})

const calls = /(?:\(([\w.]{1,80})\)\s{1,10})?when\s{1,10}calling\s{1,10}the\s{1,10}(\w{2,80})\s{1,40}operation/gi
const readersOfJs = /\b(?:de_|deserializeAws_(?:restXml|restJson1|json1_[01]|query|ec2))([A-Z]\w{1,80}?)CommandError\b/
/** Services that write the operation without a prefix: "User with accountId: 111122223333 is not authorized to perform CreateLogGroup with Tags". */
const bare = /\bnot authori[sz]ed to (?:perform|call):? ([A-Z][a-z]+[A-Z][A-Za-z0-9]{1,60})\b(?!:)/
const debugged = /\bRequest ([a-z0-9-]{2,40})\/(\w{2,80}) Details/g
const methodsOfPhp = /\b(?:S3::|S3->|S3Client::|S3Client->)([A-Za-z]{4,60})\b/
const executing = /Error executing "{1,2}(\w{2,80})"{1,2} on "{1,2}https?:\/\/([\w.-]{1,300})/

/** Each reader gives the first mention. */
const mentions: readonly MentionReader[] = [
  { needs: [calls], read: byCli },
  // Go and Terraform: "operation error CloudWatch Logs: CreateLogGroup"
  byWords(/operation error ([A-Za-z0-9 ]{2,60}): (\w{2,80})/, 2, 1),
  // CodePipeline: "An API call to StepFunctions.describeExecution (RequestId: 1) returned a AccessDeniedException error"
  byWords(
    /\bAPI call to ([A-Za-z]\w{1,40})\.([A-Za-z]\w{1,80})\b[^\n]{0,120}?\b(?:AccessDenied|UnauthorizedOperation)/,
    2,
    1,
  ),
  { needs: [executing], read: byPhp },
  byWords(/on event (\w{2,80})[\s\S]{0,200}?Event source:\s*([\w.-]{2,60})/i, 1, 2),
  // CloudTrail's fields as lines of "name: value"
  byWords(
    /eventSource["']?\s?[:=]\s?["']?([a-z0-9-]{2,60}\.amazonaws\.com)[\s\S]{0,400}?eventName["']?\s?[:=]\s?["']?(\w{2,80})/,
    2,
    1,
  ),
  // A row of a trail without its head: "…  ec2.amazonaws.com  RunInstances  Client.UnauthorizedOperation  …"
  byWords(
    /\b([a-z0-9-]{2,40})\.amazonaws\.com["'\s|,;]{1,40}([A-Z][A-Za-z0-9]{2,80})["'\s|,;]{1,40}(?:(?:Client|Server)\.)?(?:AccessDenied|UnauthorizedOperation)/,
    2,
    1,
  ),
  // The SDK for Go of old, with its debug log on: "Validate Response ec2/DescribeVpcs failed"
  byWords(/\bResponse ([a-z0-9-]{2,40})\/(\w{2,80}) (?:failed|Details)/, 2, 1),
  { needs: [debugged], read: byDebugLog },
  { needs: [readersOfJs], read: byJs },
  // The SDKs for JavaScript write the operation into S3's address: "PUT https://bucket.s3.us-east-1.amazonaws.com/key?x-id=PutObject".
  byWords(/\b(s3)\b[.\w-]{0,40}\.amazonaws\.com\S{0,1200}[?&]x-id=(\w{3,40})\b/, 2, 1),
  { needs: [methodsOfPhp], read: byPhpClass },
  byWords(/\berr: (HeadObject|GetObject|PutObject|ListObjectsV2|HeadBucket)Error\b/, 1),
  { needs: tracePatterns, read: byTrace },
  byWords(bare, 1),
]
/** What each reader finds in a text, in their order. */
function* mentionsIn(text: string, spotted: Spotted): Generator<Mention> {
  for (const { needs, read } of mentions) {
    const mention = needs.some((pattern) => spotted.mayHave(pattern)) ? read(text) : undefined
    if (mention) yield mention
  }
}

/** The actions that the first operation or action named in a text refers to. */
function mentionedActions(text: string, spotted: Spotted): readonly string[] {
  for (const mention of mentionsIn(text, spotted)) {
    const actions = actionsOfMention(mention)
    if (actions.length > 0) return actions
  }
  return []
}

function named(found: RegExpExecArray | null, operation: number, service = 0): Mention | undefined {
  const name = found?.[operation]
  return name === undefined
    ? undefined
    : { operation: name, service: service > 0 ? found?.[service] : undefined, code: undefined }
}

/** The CLI and boto3. The command above the error may name the service. */
function byCli(text: string): Mention | undefined {
  const all = [...text.slice(0, 100_000).matchAll(calls)].slice(0, 50)
  // Other errors of the same log aren't about permissions.
  const found = all.find(([, code]) => denialCode.test(code ?? '')) ?? all[0]
  const operation = found?.[2]
  if (operation === undefined) return undefined
  return { operation, service: serviceOfCommand(text, operation), code: found?.[1] }
}

const denialCode = /Access_?Denied|Unauthorized|NotAuthorized|AuthorizationError|Forbidden|^403$/i

/** "aws ecs describe-services": the command that calls the operation. */
function serviceOfCommand(text: string, operation: string): string | undefined {
  const command = operation.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
  const at = text.indexOf(` ${command}`)
  if (at < 0) return undefined
  return /\baws\s+(?:--\S{1,60}\s+(?:[^-\s]\S{0,60}\s+)?){0,4}([a-z0-9-]{2,40})\s*$/.exec(
    text.slice(Math.max(0, at - 200), at),
  )?.[1]
}

/** The SDK for JavaScript: the stack names the function that read the answer of the operation, and the client's package. */
function byJs(text: string): Mention | undefined {
  const operation = readersOfJs.exec(text)?.[1]
  if (operation === undefined) return undefined
  return { operation, service: /@aws-sdk\/client-([a-z0-9-]{2,60})/.exec(text)?.[1], code: undefined }
}

/** The debug log of the SDK for Go, where nothing shows which of several requests failed. */
function byDebugLog(text: string): Mention | undefined {
  const named = [...text.slice(0, 100_000).matchAll(debugged)].map(([, service = '', operation = '']) => ({
    service,
    operation,
  }))
  const [first] = named
  const isOne = named.every(({ operation }) => operation === first?.operation)
  return first && isOne ? { ...first, code: undefined } : undefined
}

/** Methods of PHP's S3 class that have another name than the operation. https://github.com/tpyo/amazon-s3-php-class */
const methodsOfS3Class: ReadonlyMap<string, string> = new Map([
  ['getbucket', 'ListObjects'],
  ['putbucket', 'CreateBucket'],
  ['getobjectinfo', 'HeadObject'],
])

/** PHP: "S3::putObject(): [AccessDenied]" */
function byPhpClass(text: string): Mention | undefined {
  const method = methodsOfPhp.exec(text)?.[1]
  if (method === undefined) return undefined
  const operation = methodsOfS3Class.get(method.toLowerCase()) ?? operationAsWritten(method)
  return operation !== undefined && hasOperation('s3', operation)
    ? { operation, service: 's3', code: undefined }
    : undefined
}

function byTrace(text: string): Mention | undefined {
  const traced = tracedOperation(text, (operation, service) =>
    service === undefined ? isOperation(operation) : hasOperation(prefixOf(service) ?? '', operation),
  )
  return traced && { ...traced, operation: operationAsWritten(traced.operation) ?? traced.operation, code: undefined }
}

function byPhp(text: string): Mention | undefined {
  const found = executing.exec(text)
  const [, operation, host] = found ?? []
  return operation === undefined || host === undefined
    ? undefined
    : { operation, service: serviceOfHost(host), code: undefined }
}

/**
 * The IAM actions that a message can be about when it names an operation and no action: one where the operation, the error code, or the surroundings
 * leave no doubt; several where services share the operation's name; none where no operation is named.
 */
export function derivedActions(text: string, spotted: Spotted): readonly string[] {
  const says = (pattern: RegExp): boolean => spotted.mayHave(pattern) && pattern.test(text)
  // The operation that was called is not the one that was denied.
  if (says(withinAnother)) return ['iam:CreateServiceLinkedRole']
  const mentioned = mentionedActions(text, spotted)
  if (mentioned.length > 0) return inSurroundings(mentioned, text)
  const consequence = consequences.find(([pattern]) => says(pattern))?.[1]
  return consequence === undefined ? [] : [consequence]
}

/** The actions that a tool's words about what it was doing suggest: "creating S3 Bucket (logs): AccessDenied", "s3cmd ls". None where it says nothing of the kind. */
export function describedActions(text: string, spotted: Spotted): readonly string[] {
  const described =
    s3Operation(text, spotted) ?? describedOperation(text) ?? stackOperation(text, spotted) ?? programOperation(text)
  return described ? inSurroundings(actionsOfMention(described), text) : []
}

/** The action behind a handler's message of CloudFormation, by the template in the same text. None where that would be a guess. */
export function templateActions(text: string): readonly string[] {
  const described = templateOperation(text)
  return described ? actionsOfMention(described) : []
}

/** An operation that a text names as called. */
interface CalledOperation {
  /** As AWS writes it, without the service: "CreateCluster". */
  readonly operation: string
  /** The actions of every service that has an operation of this name; empty where nearly every service has one. */
  readonly actions: readonly string[]
  /** Those that the error code leaves. The code may be that of another call on the way, so this is a hint. */
  readonly byCode: readonly string[]
}

/** Longer texts don't say more about what was called. */
const longestCall = 20_000

/**
 * The operation that a text names as called, also where another one was denied on its way: "when calling the CreateFirewall operation", "operation error
 * EKS: CreateCluster", a stack trace, CloudTrail's fields, a tool's own words, a stack's events. Undefined where it names none.
 */
export function calledOperation(text: string): CalledOperation | undefined {
  const line = inOneLine(text.slice(0, longestCall))
  for (const mention of mentionsIn(line, anything)) {
    if (mention.service !== undefined || isOperation(mention.operation)) return calledIn(mention)
  }
  const described = s3Operation(line, anything) ?? describedOperation(line) ?? stackOperation(line, anything)
  return described && calledIn(described)
}

function calledIn(mention: Mention): CalledOperation {
  const actions = actionsOfMention({ ...mention, code: undefined })
  return { operation: mention.operation, actions, byCode: actionsOfMention(mention) }
}

/** Of several actions, those whose service the text names in an ARN, a host, or by its name. All of them where it names none. */
function inSurroundings(actions: readonly string[], text: string): readonly string[] {
  if (actions.length < 2) return actions
  const lower = text.toLowerCase()
  const named = actions.filter((action) => {
    const prefix = action.slice(0, action.indexOf(':'))
    const marks = [
      `:${prefix}:`,
      `${prefix}.amazonaws.com`,
      `/${prefix}.`,
      `//${prefix}.`,
      ...(nicknames.get(prefix) ?? []),
    ]
    return marks.some((mark) => lower.includes(mark))
  })
  return named.length > 0 ? named : actions
}

/** How people and messages name a service whose prefix they don't write. */
const nicknames: ReadonlyMap<string, readonly string[]> = new Map([
  ['glue', ['lake formation', 'data catalog', 'glue']],
  ['dynamodb', ['dynamodb']],
  ['lambda', ['lambda']],
  ['ecr', ['docker', '.dkr.ecr.']],
  ['organizations', ['organization']],
  ['sns', ['topic']],
  ['cognito-idp', ['user pool', 'cognito']],
])

/** A service creates its own role while it acts for a caller. https://docs.aws.amazon.com/IAM/latest/UserGuide/create-service-linked-role.html */
const withinAnother = /ServiceLinkedRoleCreationNotPermitted|permission\s+to\s+create\s+the\s+service-linked\s+role/i

/** Sentences that imply exactly one action. */
const consequences: readonly (readonly [pattern: RegExp, action: string])[] = [
  // Redshift's COPY and UNLOAD. https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html
  [/not\s+authorized\s+to\s+assume\s+(?:the\s+|an?\s+)?(?:IAM\s+)?role\b/i, 'sts:AssumeRole'],
  [/KMS[\s\S]{0,300}ciphertext refers to a customer master key/i, 'kms:Decrypt'],
  [/unable to decrypt the environment variables because KMS access was denied/i, 'kms:Decrypt'],
]

/** What's looked for here in a flat text. */
export const operationHints: readonly RegExp[] = [
  withinAnother,
  ...consequences.map(([pattern]) => pattern),
  ...mentions.flatMap(({ needs }) => needs),
]
