import { fitsCode, hasOperation, isOfSome, operationAsWritten, owns } from './operation-services.ts'
import { isService, prefixOf } from './service-prefixes.ts'
import { anotherError, terraformOperation } from './terraform-phrases.ts'

/** An operation that a tool describes in words. */
export interface Described {
  readonly operation: string
  /** The service by its prefix, where the words name one that has the operation. */
  readonly service: string | undefined
  readonly code: string
}

/** The beginnings of the operations behind a verb, the likeliest first. */
const verbs: ReadonlyMap<string, readonly string[]> = new Map([
  ['creat', ['Create', 'Put', 'Run', 'Register', 'Publish']],
  ['delet', ['Delete', 'Terminate']],
  ['destroy', ['Delete', 'Terminate']],
  ['read', ['Get', 'Describe', 'Head']],
  ['describ', ['Describe', 'Get']],
  ['get', ['Get', 'Describe']],
  ['fetch', ['Get', 'Describe']],
  ['retriev', ['Get', 'Describe']],
  ['list', ['List', 'Describe']],
  ['query', ['Describe', 'Get']],
  ['updat', ['Update', 'Modify', 'Put']],
  ['modify', ['Modify', 'Update', 'Put']],
  ['put', ['Put']],
  ['attach', ['Attach']],
  ['detach', ['Detach']],
  ['start', ['Start']],
  ['stop', ['Stop']],
  ['invok', ['Invoke']],
  ['publish', ['Publish']],
  ['register', ['Register']],
  ['import', ['Import']],
  ['tagg', ['Tag']],
])

/**
 * "creating S3 Bucket (logs): AccessDenied", "Failed to create the CloudFormation stack: AccessDenied: …", as Terraform, Pulumi, and others
 * introduce an error: a verb, what it acts on, and the code or AWS's sentence at most 200 characters behind, in the same line.
 */
const phrase =
  /(^|[:*●✗✘❌]\s{0,3}|\b(?:error|failed|failure|unable|could not|couldn['’]t|cannot|can['’]t)\s(?:(?:to|while|when|in)\s)?)?\b(creat|delet|destroy|read|describ|get|fetch|retriev|list|query|updat|modify|put|attach|detach|start|stop|invok|publish|register|import|tagg)(?:e|t?ing)?\s((?:[A-Za-z][\w-]{0,40}\s){0,5}[A-Za-z][\w-]{0,40})(?=([\s:("'`.,*][^\n]{0,200}?)\b(AccessDenied(?:Exception)?|UnauthorizedOperation|AuthorizationError|(?<=status code: |StatusCode: |\()403|is not authorized to perform)\b)/gi

/** Words between the verb and what it acts on. */
const articles = new Set(['the', 'a', 'an', 'aws', 'amazon', 'new', 'existing', 'your'])
/** More of them in one text say nothing new. */
const most = 20

/** The operation that a tool’s words in front of an error code describe; undefined where no service has one of that name. */
export function describedOperation(text: string): Described | undefined {
  const known = terraformOperation(text)
  if (known) return known
  let seen = 0
  for (const [, introduced, verb = '', words = '', between = '', code = ''] of text.matchAll(phrase)) {
    if (++seen > most) return undefined
    if (anotherError.test(between)) continue
    const all = words.split(/\s/).filter((word) => !articles.has(word.toLowerCase()))
    const names = all.length > 1 && contents.has(all.at(-1)?.toLowerCase() ?? '') ? all.slice(0, -1) : all
    const found =
      verb.toLowerCase() === 'tagg'
        ? tagging(between, code)
        : operationOf(verbs.get(verb.toLowerCase()) ?? [], names, code)
    // "We are creating a new environment" is prose.
    if (found && (found.service !== undefined || introduced !== undefined))
      return { ...found, code: code.includes(' ') ? 'AccessDenied' : code }
  }
  return undefined
}

/** "tagging resource (sg-0abc)": EC2 has an operation and a code of its own; elsewhere the ARN names the service. */
function tagging(between: string, code: string): Pick<Described, 'operation' | 'service'> | undefined {
  if (code === 'UnauthorizedOperation') return { operation: 'CreateTags', service: 'ec2' }
  const [, service] = /^\s?\(arn:[\w-]{1,20}:([a-z0-9-]{2,40}):/.exec(between) ?? []
  return service !== undefined && hasOperation(service, 'TagResource')
    ? { operation: 'TagResource', service }
    : undefined
}

/** The longest name of an operation in the words, behind the name of a service of at most three words, or without one. */
function operationOf(
  beginnings: readonly string[],
  names: readonly string[],
  code: string,
): Pick<Described, 'operation' | 'service'> | undefined {
  const found = [3, 2, 1, 0]
    .filter((skipped) => skipped <= names.length)
    .flatMap((skipped) => operationBehind(beginnings, names, { skipped, code }) ?? [])
  // "Auto Scaling Group" is the name of the service and of what it creates: an operation that only some services have says more than "CreateGroup".
  return (
    found.find(({ operation, service }) => service !== undefined && owns(service, operation)) ??
    found.find(({ operation, skipped }) => skipped === 0 && isOfSome(operation)) ??
    found[0]
  )
}

interface Behind extends Pick<Described, 'operation' | 'service'> {
  readonly skipped: number
}

/** The operation that the words name behind the first ones, which are the name of a service. */
function operationBehind(
  beginnings: readonly string[],
  names: readonly string[],
  { skipped, code }: { readonly skipped: number; readonly code: string },
): Behind | undefined {
  const prefix = skipped === 0 ? undefined : prefixOf(names.slice(0, skipped).join(' '))
  if (skipped > 0 && !(prefix && isService(prefix))) return undefined
  // API Gateway's actions are the methods of HTTP: the verb is enough.
  if (prefix === 'apigateway') return { operation: `${beginnings[0]}RestApi`, service: prefix, skipped }
  const operation = nameOf(beginnings, names.slice(skipped), { service: prefix, code })
  // "CloudWatch Log Group": the logs have a prefix of their own.
  return operation
    ? { operation, service: prefix && hasOperation(prefix, operation) ? prefix : undefined, skipped }
    : undefined
}

/** Behind a service's name, words may follow the name of its resource; elsewhere only a preposition ends it: a "backup store" isn’t a backup. */
function nameOf(
  beginnings: readonly string[],
  words: readonly string[],
  { service, code }: { readonly service: string | undefined; readonly code: string },
): string | undefined {
  const mayShorten = service !== undefined
  const end = words.findIndex((word) => prepositions.has(word.toLowerCase()))
  const whole = end < 0 ? words.length : end
  for (let length = whole; length > (mayShorten ? 0 : whole - 1) && length > 0; length--) {
    for (const beginning of beginnings) {
      const noun = words
        .slice(0, length)
        .map((word) => asNoun(word, beginning))
        .join('')
      // "S3 ACL": what a bucket has.
      const inBucket = service === 's3' ? [`${beginning}Bucket${noun}`] : []
      const written = [...inBucket, `${beginning}${noun}`, `${beginning}${noun}s`].flatMap(
        (name) => operationAsWritten(name) ?? [],
      )
      const operation = written.find((name) => fitsCode(name, code))
      if (operation) return operation
    }
  }
  return undefined
}

/** Names that people and tools have for what an operation names otherwise. Operations that describe have the plural. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['ami', 'Image'],
  ['asg', 'AutoScalingGroup'],
  ['sg', 'SecurityGroup'],
])

function asNoun(word: string, beginning: string): string {
  const name = otherNames.get(word.toLowerCase().replace(/s$/, ''))
  return name === undefined ? capital(word) : `${name}${beginning === 'Describe' ? 's' : ''}`
}

/** "getting volume info": what is read of it. */
const contents = new Set(['info', 'information', 'details', 'data'])

const prepositions = new Set(['in', 'on', 'for', 'with', 'from', 'into', 'to', 'of', 'at', 'by', 'using'])

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
