import { policyTypes } from '../../iam/index.ts'
import { type ArnAt, arnsOf, typesOf } from '../arns.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { listed, quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidArnResource: Check = {
  code: 'INVALID_ARN_RESOURCE',
  type: 'ERROR',
  title: 'An ARN fits no resource of its service',
  policyTypes: policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:tables/orders" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders" }',
  ),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const at of arnsOf(subject)) {
      const types = typesOf(at, subject.reference)
      if (!types || types.length > 0 || at.resource === '' || isUnlisted(at)) continue
      const forms = [...(subject.reference?.services.get(at.service)?.resourceTypes.values() ?? [])].map(({ arn }) =>
        quote(arn),
      )
      const message = `No resource of ${quote(at.service)} has an ARN like ${quote(at.raw)}. Theirs look like ${listed(forms, 3)}.`
      yield { path: at.path, span: at.span, message }
    }
  },
}

/** Resources that AWS documents and its list of types leaves out, or lists at another service. */
const unlisted: ReadonlyMap<string, RegExp> = new Map([
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
  ['cloudformation', /^transform\//],
  // Listed at sts, which acts on it. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
  ['iam', /^root$/],
])

const isUnlisted = ({ service, resource }: ArnAt): boolean => unlisted.get(service)?.test(resource) ?? false
