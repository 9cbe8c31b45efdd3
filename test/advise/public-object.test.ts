// A statement for everyone that names the bucket and not its objects: the missing ARN comes first, then a call with credentials.
import { expect, test } from 'vitest'
import { diagnoseInput } from '../../src/api/diagnose.ts'
import { readDenial } from '../../src/denial/index.ts'

const bucketPolicy = (resource: string) =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: resource }] })
const xml =
  '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>5D7ACA8E1F3A2B4C</RequestId><HostId>abc=</HostId></Error>'

const shown: readonly (readonly [what: string, paste: string])[] = [
  ['an address with S3’s XML', `https://my-site.s3.amazonaws.com/index.html\n\n${xml}`],
  ['curl', `$ curl -s https://my-site.s3.eu-west-1.amazonaws.com/index.html\n${xml}`],
  ['an address that begins with the bucket', `https://s3.amazonaws.com/my-site/index.html\n${xml}`],
  ['a browser’s console', 'GET https://my-site.s3.amazonaws.com/index.html 403 (Forbidden)'],
  [
    'a browser’s console with its own error',
    'GET https://my-site.s3.amazonaws.com/a.js net::ERR_ABORTED 403 (Forbidden)',
  ],
]

test.each(shown)('%s: add the objects first', async (_, paste) => {
  const text = `${paste}\n\n${bucketPolicy('arn:aws:s3:::my-site')}`
  const { cause } = (await diagnoseInput({ paste: text, policies: [] })).diagnosis
  expect(cause.steps.map(({ title }) => title).slice(0, 2)).toEqual([
    'Add arn:aws:s3:::my-site/* to the Resource of the statement',
    'Sign the call with credentials',
  ])
  expect(cause.certainty).not.toBe('confirmed')
})

test.each(shown)('%s: a call without credentials', (_, paste) => {
  expect(readDenial(paste)).toMatchObject({ kind: 'access-denied', principal: 'anonymous' })
})

test.each([
  ['a signed address', `https://my-site.s3.amazonaws.com/a?X-Amz-Signature=0a1b\n${xml}`],
  ['an SDK', `https://my-site.s3.amazonaws.com/a\nS3Exception: ${xml}`],
])('%s isn’t one', (_, paste) => {
  expect(readDenial(paste).principal).toBeUndefined()
})
