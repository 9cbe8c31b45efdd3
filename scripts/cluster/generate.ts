import { createWriteStream } from 'node:fs'
import { join } from 'node:path'

export interface Amount {
  readonly events: number
  readonly parts: number
}

/** Every how many events one was denied. */
const denied = 10
const actions = [
  'GetObject',
  'PutObject',
  'DeleteObject',
  'GetBucketPolicy',
  'ListBuckets',
  'GetBucketAcl',
  'PutBucketTagging',
]

/** Few enough that each kind of denial occurs in several parts, and on more buckets than a kind lists. */
const [roles, buckets] = [13, 101]

/** Writes CloudTrail events, one per line, into files of the same number of events; the same ones in every run. `written` hears how many files are. Gives the files. */
export async function generate(
  folder: string,
  { events, parts }: Amount,
  written: (files: number) => void = () => undefined,
): Promise<readonly string[]> {
  const files: string[] = []
  for (let part = 0; part < parts; part++) {
    const file = join(folder, `part-${String(part).padStart(3, '0')}.jsonl`)
    await write(file, Math.floor((events * part) / parts), Math.floor((events * (part + 1)) / parts))
    files.push(file)
    written(files.length)
  }
  return files
}

async function write(file: string, from: number, to: number): Promise<void> {
  const stream = createWriteStream(file)
  for (let at = from; at < to; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, to - at) }, (_, i) => `${eventOf(at + i)}\n`)
    if (!stream.write(lines.join(''))) await new Promise((resolve) => stream.once('drain', resolve))
  }
  await new Promise<void>((resolve, reject) =>
    stream.end((error?: Error | null) => (error ? reject(error) : resolve())),
  )
}

/** One event as CloudTrail writes it; every tenth was denied. */
export function eventOf(number: number): string {
  const account = 111122223333 + (number % 3)
  const role = `role-${(number * 7919) % roles}`
  const name = actions[(number * 31) % actions.length] ?? ''
  const error =
    number % denied === 0
      ? {
          errorCode: 'AccessDenied',
          errorMessage: `User: arn:aws:sts::${account}:assumed-role/${role}/s is not authorized to perform: s3:${name} on resource: "arn:aws:s3:::bucket-${number % buckets}/key" because no identity-based policy allows the s3:${name} action`,
        }
      : {}
  return JSON.stringify({
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:sts::${account}:assumed-role/${role}/s`,
      accountId: String(account),
      sessionContext: { sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${account}:role/${role}`, userName: role } },
    },
    eventTime: new Date(Date.UTC(2026, 9, 1) + number * 500).toISOString().replace('.000Z', 'Z').replace('.500Z', 'Z'),
    eventSource: 's3.amazonaws.com',
    eventName: name,
    awsRegion: 'eu-central-1',
    sourceIPAddress: '192.0.2.1',
    ...error,
    requestParameters: { bucketName: `bucket-${number % buckets}`, key: 'key' },
    eventID: `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`,
    eventType: 'AwsApiCall',
    recipientAccountId: String(account),
  })
}
