import { impliedBucket } from '../denial/index.ts'
import { matchesAction, readOf } from '../evaluate/index.ts'
import { parseArn, type Statement } from '../iam/index.ts'
import type { NonEmpty } from '../text/index.ts'
import { messagesOf, type Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { shellWord } from './shell-word.ts'
import type { Situation } from './situation.ts'

const told = messagesOf('behind-cloudfront', {
  letsInTitle: 'The bucket’s policy lets CloudFront in, so the object probably doesn’t exist under this path',
  letsInText:
    '“{{policy}}” lets CloudFront read the objects of the bucket. CloudFront asks S3 for the path of the address as it is. If no object has that key, S3 answers 403 Access Denied, not 404, to everyone without s3:ListBucket.',
  keptOutTitle: 'The bucket’s policy doesn’t let CloudFront in',
  keptOutText:
    'CloudFront fetched the file from the bucket, and S3 denied that. “{{policy}}” has no statement that allows s3:GetObject to CloudFront.',
  unseenTitle: 'CloudFront couldn’t get the object from S3',
  unseenText:
    'S3 denied the request that CloudFront made for the file. Either the bucket’s policy doesn’t let CloudFront in, or no object has this key: then S3 answers 403, not 404, to everyone without s3:ListBucket.',
  checkKey: 'Check that an object has this key',
  checkKeyText:
    'The key is the path of the address behind the first slash, with the distribution’s origin path in front. S3 adds no .html and no index.html, and a default root object works for the root of the site only. Capital letters count.',
  rewrite: 'If addresses have no file name, add it on the way',
  rewriteText:
    'A CloudFront function on viewer requests can append index.html or .html. A single-page application has a custom error response instead, from 403 to /index.html with the status 200.',
  allow: 'Let the distribution read the bucket',
  allowText:
    'The bucket’s owner adds this statement to the bucket’s policy, with the ID of the distribution. The distribution’s origin must use origin access control.',
  distribution: 'Check the distribution that the policy names',
  distributionText:
    'The condition on aws:SourceArn must name the distribution that serves the address. This prints the IDs with their domain names:',
  encryption: 'If the objects are encrypted with a KMS key of yours, let CloudFront use it',
  encryptionText:
    'The key’s policy must allow kms:Decrypt to cloudfront.amazonaws.com, with the same condition. AWS’s own key aws/s3 can’t be shared with CloudFront.',
})

/** How much of a paste is searched. */
const mostText = 20_000

/** "https://d111111abcdef8.cloudfront.net/about" */
const address = /\bhttps?:\/\/[\w.-]{1,80}\.cloudfront\.net(\/[^\s"'<>?#`)]{0,400})?/i

interface BehindCloudFront {
  readonly title: Text
  readonly explanation: Text
  readonly steps: NonEmpty<Step>
}

/**
 * What to look at where CloudFront passes on S3's "Access Denied"; undefined for any other text.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html,
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html (2026-11-30)
 */
export function behindCloudFront({ given, denial, policies }: Situation): BehindCloudFront | undefined {
  const text = given.paste.slice(0, mostText)
  const found = address.exec(text)
  if (denial.service !== 's3' || !(found || /\bCloudFront (?:distribution|returns|gives|shows|URL)\b/i.test(text)))
    return undefined
  const own = policies.find((policy) => policy.given && policy.type === 'resource')
  const key = found?.[1]?.replace(/^\/+/, '')
  const bucket = impliedBucket(text) ?? (own && bucketOf(readOf(own).policy.statements))
  const reading = own && readOf(own).policy.statements.find(letsIn)
  if (own && reading)
    return {
      title: told('letsInTitle'),
      explanation: told('letsInText', { policy: own.name }),
      steps: [keyStep(bucket, key), rewriteStep, ...(namesSource(reading) ? [distributionStep] : []), encryptionStep],
    }
  const allow = allowStep(bucket)
  return own
    ? {
        title: told('keptOutTitle'),
        explanation: told('keptOutText', { policy: own.name }),
        steps: [{ ...allow, isUsual: true }, keyStep(bucket, key)],
      }
    : {
        title: told('unseenTitle'),
        explanation: told('unseenText'),
        steps: [keyStep(bucket, key), allow, rewriteStep, encryptionStep],
      }
}

/** Does the statement let CloudFront read objects, as a service or as an origin access identity? */
const letsIn = ({ effect, principal, action, resource }: Statement): boolean =>
  effect?.value === 'Allow' &&
  action !== undefined &&
  matchesAction(action, { service: 's3', actionName: 'getobject' }) &&
  (resource?.items.some(({ value: { raw } }) => raw === '*' || raw.includes('/')) ?? false) &&
  principal?.sense === 'any-of' &&
  principal.items.some(
    ({ value }) =>
      value.kind === 'everyone' ||
      value.kind === 'canonical-user' ||
      (value.kind === 'service' && value.name === 'cloudfront.amazonaws.com') ||
      /:iam::cloudfront:user\//.test(value.raw),
  )

const namesSource = ({ conditions }: Statement): boolean =>
  conditions.some(({ key }) => key.value.toLowerCase() === 'aws:sourcearn')

function bucketOf(statements: readonly Statement[]): string | undefined {
  const names = statements.flatMap(({ resource }) =>
    (resource?.items ?? []).flatMap(({ value }) => parseArn(value.raw)?.resource.split('/')[0] ?? []),
  )
  const [only, ...others] = [...new Set(names)]
  return others.length === 0 ? only : undefined
}

function keyStep(bucket: string | undefined, key: string | undefined): Step {
  const prefix = shellWord(key, '<BEGINNING_OF_THE_KEY>')
  return {
    title: told('checkKey'),
    text: told('checkKeyText'),
    owner: 'resource owner',
    isUsual: true,
    command: `aws s3api list-objects-v2 --bucket ${shellWord(bucket, '<BUCKET_NAME>')} --prefix ${prefix} --query 'Contents[].Key' --max-items 20`,
  }
}

const allowStep = (bucket: string | undefined): Step => ({
  title: told('allow'),
  text: told('allowText'),
  owner: 'resource owner',
  statement: JSON.stringify(
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${bucket ?? '<BUCKET_NAME>'}/*`,
      Condition: {
        StringEquals: { 'aws:SourceArn': 'arn:aws:cloudfront::<ACCOUNT_ID>:distribution/<DISTRIBUTION_ID>' },
      },
    },
    null,
    2,
  ),
})

const rewriteStep: Step = { title: told('rewrite'), text: told('rewriteText'), owner: 'resource owner' }

const distributionStep: Step = {
  title: told('distribution'),
  text: told('distributionText'),
  owner: 'resource owner',
  command: 'aws cloudfront list-distributions --query "DistributionList.Items[].[Id,DomainName]" --output text',
}

const encryptionStep: Step = { title: told('encryption'), text: told('encryptionText'), owner: 'resource owner' }
