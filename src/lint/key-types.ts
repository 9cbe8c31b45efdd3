import type { Comparison } from '../iam/index.ts'
import { findGlobalKey, type Reference } from '../reference/index.ts'
import { listOf, messagesOf, type Text } from '../words/index.ts'

/** What a condition key holds, in the words of AWS's service authorization reference, without "ArrayOf". */
export type KeyType = 'String' | 'ARN' | 'Bool' | 'Date' | 'Numeric' | 'IPAddress' | 'Binary'

/** Global keys that hold no plain text. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const globalTypes: ReadonlyMap<string, KeyType | 'Epoch' | undefined> = new Map<string, KeyType | 'Epoch' | undefined>([
  ['aws:currenttime', 'Date'],
  ['aws:tokenissuetime', 'Date'],
  ['aws:epochtime', 'Epoch'],
  ['aws:multifactorauthage', 'Numeric'],
  ['aws:multifactorauthpresent', 'Bool'],
  ['aws:principalisawsservice', 'Bool'],
  ['aws:securetransport', 'Bool'],
  ['aws:viaawsservice', 'Bool'],
  ['aws:sourceip', 'IPAddress'],
  ['aws:vpcsourceip', 'IPAddress'],
  ['aws:viaawsmcpservice', 'Bool'],
  ['aws:ismcpserviceaction', 'Bool'],
  ['aws:principalarn', 'ARN'],
  ['aws:sourcearn', 'ARN'],
  ['aws:sourcevpcarn', 'ARN'],
  ['aws:chatbotsourcearn', 'ARN'],
  ['aws:signinsessionarn', 'ARN'],
  // AWS's own page compares this address as a text.
  ['aws:ec2instancesourceprivateipv4', undefined],
  // "true", the name or the ARN of a provider, the name or the ARN of an account: nothing is said for sure.
  ['aws:assumedroot', undefined],
  ['aws:federatedprovider', undefined],
])

/** What a key (lower case) holds; undefined where that is not known for sure. ARNs also compare as texts. */
export function typeOfKey(key: string, reference: Reference | undefined): KeyType | 'Epoch' | undefined {
  const prefix = key.slice(0, Math.max(key.indexOf(':'), 0))
  // A tag can be written so that it is a number or a date.
  if (key.includes('/')) return undefined
  if (prefix === 'aws' && globalTypes.has(key)) return globalTypes.get(key)
  if (prefix === 'aws') return findGlobalKey(key) ? 'String' : undefined
  const listed = reference?.services
    .get(prefix)
    ?.conditionKeys.get(key)
    ?.replace(/^ArrayOf/, '')
  return types.find((type) => type.toLowerCase() === listed?.toLowerCase())
}

const types: readonly KeyType[] = ['String', 'ARN', 'Bool', 'Date', 'Numeric', 'IPAddress', 'Binary']

/**
 * Keys that the reference lists with one value, and that Access Analyzer accepts under ForAllValues, as in AWS's own policies:
 * https://github.com/zoph-io/MAMIP/blob/master/findings/AmazonCodeGuruReviewerServiceRolePolicy.json (November 2025)
 */
const severalValues: ReadonlySet<string> = new Set([
  'codestar-connections:provideraction',
  'codeconnections:provideraction',
])

/** The key (lower case) is known to hold one value. */
export function isSingleValued(key: string, reference: Reference | undefined): boolean {
  if (severalValues.has(key)) return false
  const prefix = key.slice(0, Math.max(key.indexOf(':'), 0))
  if (prefix === 'aws') return findGlobalKey(key)?.multivalued === false
  const listed = listedType(key, reference?.services.get(prefix)?.conditionKeys)
  return listed !== undefined && !listed.startsWith('ArrayOf')
}

/** The type of a key, or of the family that it is one of: "ssm:resourceTag/env" is of "ssm:resourceTag/tag-key". */
function listedType(key: string, listed: ReadonlyMap<string, string> | undefined): string | undefined {
  const start = key.slice(0, key.indexOf('/') + 1)
  if (start === '' || listed?.has(key)) return listed?.get(key)
  return [...(listed ?? [])].find(([name]) => name.toLowerCase().startsWith(start))?.[1]
}

interface Fitting {
  readonly comparisons: readonly Comparison[]
  /** "a number": what such a key holds. */
  readonly what: Text
  /** "NumericEquals and the like" */
  readonly operators: Text
}

const texts: readonly Comparison[] = ['string', 'string-ignore-case', 'string-like', 'arn']

const told = messagesOf('key-types', {
  text: 'a text',
  arn: 'an ARN',
  bool: 'true or false',
  date: 'a date',
  time: 'a time',
  number: 'a number',
  address: 'an address',
  bytes: 'bytes',
  andTheLike: '{{operator}} and the like',
})

/** Which operators compare such values. */
const fitting: ReadonlyMap<KeyType | 'Epoch', Fitting> = new Map<KeyType | 'Epoch', Fitting>([
  ['String', { comparisons: texts, what: told('text'), operators: listOf(['StringEquals', 'StringLike'], 'or') }],
  ['ARN', { comparisons: texts, what: told('arn'), operators: listOf(['ArnEquals', 'ArnLike'], 'or') }],
  ['Bool', { comparisons: ['bool'], what: told('bool'), operators: 'Bool' }],
  ['Date', { comparisons: ['date'], what: told('date'), operators: told('andTheLike', { operator: 'DateLessThan' }) }],
  [
    'Epoch',
    {
      comparisons: ['date', 'numeric'],
      what: told('time'),
      operators: listOf(['DateLessThan', 'NumericLessThan'], 'or'),
    },
  ],
  [
    'Numeric',
    {
      comparisons: ['numeric'],
      what: told('number'),
      operators: told('andTheLike', { operator: 'NumericEquals' }),
    },
  ],
  ['IPAddress', { comparisons: ['ip'], what: told('address'), operators: 'IpAddress' }],
  ['Binary', { comparisons: ['binary'], what: told('bytes'), operators: 'BinaryEquals' }],
])

export const operatorsFor = (type: KeyType | 'Epoch'): Fitting | undefined => fitting.get(type)
