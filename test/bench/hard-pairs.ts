// Run as a process of its own, so that its memory is that of one comparison: compares a pair that is built to be hard, and prints what it took, as JSON.
// The arguments say which part of a request is hard, and whether an SCP stands around both sides; without them it prints how many parts there are.
import { noNewAccess } from '../../src/compare/index.ts'
import type { PolicyInput } from '../../src/evaluate/index.ts'
import { cpuTime } from '../cpu-time.ts'

const policy = (type: 'identity' | 'scp', Statement: readonly object[]): PolicyInput => ({
  type,
  document: { Version: '2012-10-17', Statement },
})
const many = (make: (i: number) => object): readonly object[] => Array.from({ length: 60 }, (_, i) => make(i))
const allow = (more: object): object => ({ Effect: 'Allow', Action: 's3:*', Resource: '*', ...more })
const scp = policy('scp', [allow({ Action: '*' })])

/** Statements that any request can satisfy together, in each part of a request. */
const shapes: readonly ((i: number) => object)[] = [
  (i) => allow({ Resource: `arn:aws:s3:::b*x${i}*y/*k${i}*` }),
  (i) => allow({ Action: `s3:*${i}*a*${i}` }),
  (i) => allow({ Condition: { StringLike: { 'aws:PrincipalTag/t': `*${i}*${i + 1}*` } } }),
  (i) => ({
    ...allow({ Condition: { StringEquals: { [`aws:RequestTag/k${i}`]: 'x' } } }),
    Effect: i % 2 === 0 ? 'Allow' : 'Deny',
  }),
  (i) => allow({ Condition: { 'ForAllValues:StringLike': { 'aws:TagKeys': [`*${i}*`, `a${i}*`] } } }),
  (i) => allow({ Resource: `arn:aws:s3:::*/\${aws:username}/*${i}*/\${aws:userid}` }),
  (i) => allow({ Condition: { StringLike: { [`aws:RequestTag/k${i % 12}`]: [`*${i}*x*`, `*a${i}*b*`, `?${i}*`] } } }),
  (i) => allow({ Condition: { 'ForAnyValue:StringLike': { [`aws:RequestTag/k${i % 8}`]: [`*${i}*`, `a${i}*`] } } }),
  (i) => allow({ Condition: { NumericLessThan: { [`aws:RequestTag/k${i % 6}`]: `${i}` } } }),
  (i) =>
    allow({
      Condition: { StringEquals: { [`aws:RequestTag/k${i % 6}`]: Array.from({ length: 60 }, (_, n) => `${n * i}`) } },
    }),
  (i) => allow({ Resource: `arn:aws:s3:::*${i}/x`, Condition: { IpAddress: { 'aws:SourceIp': `10.${i}.0.0/16` } } }),
  (i) =>
    allow({ Condition: { StringLike: { 'aws:PrincipalTag/t': [`\${aws:username}*${i}`, `*${i}\${aws:userid}`] } } }),
  (i) => allow({ Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/*${i}*x*` } } }),
]
const [at, isAround] = process.argv.slice(2)
const shape = shapes[Number(at)]
if (shape) console.log(JSON.stringify(costOf(shape, isAround === 'scp' ? [scp] : [])))
else console.log(shapes.length)

function costOf(make: (i: number) => object, surroundings: readonly PolicyInput[]): object {
  const side = (from: number): readonly PolicyInput[] => [
    policy(
      'identity',
      many((i) => make(i + from)),
    ),
  ]
  const before = process.memoryUsage.rss()
  const milliseconds = cpuTime(() => noNewAccess({ type: 'identity', old: side(0), new: side(1), surroundings }))
  // Node gives it in KB on every system.
  const bytes = process.resourceUsage().maxRSS * 1024 - before
  return { milliseconds: Math.round(milliseconds), megabytes: Math.round(bytes / 2 ** 20) }
}
