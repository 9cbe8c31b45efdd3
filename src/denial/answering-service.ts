import { isService, prefixOf } from './service-prefixes.ts'
import { anything, type Spotted } from './spotter.ts'

/**
 * What names the service in an error that names no action: the SDK for Java and .NET, CloudFormation's handlers, the SDKs' files and classes.
 * Each reads the service's name as that tool writes it.
 */
const names: readonly RegExp[] = [
  /\(Service: ?(?:Amazon|AWS)? ?([A-Za-z0-9 ]{2,40}?)(?:Internal)?[;,] ?status code: ?40[03]\b/i,
  /\bAWS Service: (?:Amazon|AWS) ?([A-Za-z0-9 ]{2,40}),/,
  /\b(?:com\.amazonaws|software\.amazon\.awssdk)\.services\.([a-z0-9]{2,40})\./,
  /\baws-sdk[\\/](?:lib|dist)[\\/]services[\\/]([a-z0-9]{2,40})\.js\b/,
  /@aws-sdk[\\/]client-([a-z0-9-]{2,40})[\\/]/,
  /\bAws::([A-Z][A-Za-z0-9]{1,40})::Errors::/,
  /\bAmazon\.([A-Z][A-Za-z0-9]{1,40})\.Amazon\w{2,60}Exception\b/,
  /\bAws\\{1,4}([A-Z][A-Za-z0-9]{1,40})\\{1,4}Exception\b/,
  /\bAccess denied \((?:Amazon|AWS) ([A-Za-z0-9 ]{2,40})\)/,
  // Terraform of old: "aws_s3_bucket.logs: AccessDenied: Access Denied"
  /\baws_([a-z0-9]{2,30})_[a-z0-9_]{1,60}\.[\w-]{1,100}: (?:Error [^\n:]{1,80}: )?AccessDenied/,
  /\boperation error ([A-Z][A-Za-z0-9 ]{1,40}): /,
]

/** The headers of Amazon S3’s answers, as the SDKs print them. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTCommonResponseHeaders.html */
const ofS3 = /\bhost id: \S|x-amz-id-2|<HostId>|S3 Extended Request ID|\bS3 error: 403\b/
/** The code of Amazon EC2 for it. https://docs.aws.amazon.com/ec2/latest/devguide/errors-overview.html */
const ofEc2 = /\bUnauthorizedOperation\b/

/** What's looked for here. */
export const answeringHints: readonly RegExp[] = [...names, ofS3, ofEc2]

/** The service that denied something, by the prefix of its actions, where the text shows which one answered; undefined otherwise. */
export function answeringService(text: string, spotted: Spotted = anything): string | undefined {
  for (const pattern of names) {
    const name = spotted.mayHave(pattern) ? pattern.exec(text)?.[1] : undefined
    const prefix = name === undefined ? undefined : prefixOf(name)
    if (prefix !== undefined && isService(prefix)) return prefix
  }
  if (spotted.mayHave(ofS3) && ofS3.test(text)) return 's3'
  return spotted.mayHave(ofEc2) && ofEc2.test(text) ? 'ec2' : undefined
}
