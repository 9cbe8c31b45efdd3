import { policyTypes } from '../../iam/index.ts'
import { quote } from '../../words/index.ts'
import { type ArnAt, couldMatchAsText } from '../arns.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const invalidArnResource = check({
  code: 'INVALID_ARN_RESOURCE',
  type: 'ERROR',
  title: 'An ARN matches no resource of its service',
  messages: {
    found: "`{{value}}` doesn't look like the ARN of any `{{service}}` resource. Those look like {{forms}}.",
  },
  policyTypes,
  needs: 'ARN',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:tables/orders" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "dynamodb:GetItem", "Resource": "arn:aws:dynamodb:us-east-1:111122223333:table/orders" }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const at of subject.arns) {
      const service = subject.reference?.services.get(at.service)
      if (!service || at.forms?.length !== 0 || at.resource === '' || isUnlisted(at)) continue
      if (couldMatchAsText(at, service)) continue
      const forms = [...service.resourceTypes.values()].flatMap((type) => type.forms.map(({ raw }) => quote(raw)))
      const message = told('found', { value: at.raw, service: at.service, forms })
      yield { path: at.path, span: at.span, message }
    }
  },
})

/** Resources that AWS documents and its list of types leaves out, or lists at another service. */
const unlisted: ReadonlyMap<string, RegExp> = new Map([
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
  ['cloudformation', /^transform\//],
  // The ARN of an API's own resources. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-using-iam-policies-to-create-and-manage-apis.html
  ['apigateway', /^\/(?:v2\/)?(?:apis|tags|domainnames|vpclinks|account|usageplans|apikeys)(?:\/|$)/],
  // https://docs.aws.amazon.com/waf/latest/developerguide/classic-waf-access-control-identity-based.html
  ['waf', /^changetoken\//],
  ['waf-regional', /^changetoken\//],
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html
  ['backup', /^recovery-point:/],
  // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerHyperPodObservabilityAdminAccess.html
  ['aps', /^\/workspaces$/],
  ['grafana', /^\/workspaces$/],
  // https://docs.aws.amazon.com/autoscaling/application/userguide/security_iam_service-with-iam.html
  ['autoscaling', /^scalingPolicy:[^:]*:resource\//],
  // Listed at sts, which acts on it. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
  ['iam', /^root$/],
])

const isUnlisted = ({ service, resource }: ArnAt): boolean => unlisted.get(service)?.test(resource) ?? false
