// What a row of the reference shows of its action: the error that one gets without it, and the smallest statement that allows it.
import type { Action, Service } from '../reference/index.ts'

/** The AWS message for a caller whose policies don't allow the action. */
export function exampleError(service: Service, action: Action): string {
  const full = `${service.prefix}:${action.name}`
  if (providers.has(full))
    return `An error occurred (AccessDenied) when calling the ${action.name} operation: Not authorized to perform ${full}`
  const caller = callers.get(full) ?? 'arn:aws:iam::123456789012:user/mateojackson'
  return `User: ${caller} is not authorized to perform: ${full} on resource: ${exampleArns(service, action)[0] ?? '*'} because no identity-based policy allows the ${full} action`
}

/**
 * The statement that allows it, on made-up resources: those that the action needs, or one of each kind where it can do without. Who comes with
 * a token has no policies of its own; the role's trust policy names the provider.
 */
export function smallestStatement(service: Service, action: Action): string {
  const full = `${service.prefix}:${action.name}`
  const provider = providers.get(full)
  const arns = exampleArns(service, action)
  const statement = provider
    ? { Effect: 'Allow', Principal: { Federated: provider }, Action: full }
    : {
        Effect: 'Allow',
        Action: checkedTogether.get(full) ?? full,
        Resource: arns.length === 0 ? '*' : arns.length === 1 ? arns[0] : arns,
      }
  return JSON.stringify(statement, null, 2)
}

const providers: ReadonlyMap<string, string> = new Map([
  ['sts:AssumeRoleWithSAML', 'arn:aws:iam::123456789012:saml-provider/my-provider'],
  ['sts:AssumeRoleWithWebIdentity', 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com'],
])

const identityPoolSession =
  'arn:aws:sts::123456789012:assumed-role/Cognito_MyIdentityPoolAuth_Role/CognitoIdentityCredentials'

/**
 * Callers of the actions that no IAM user can perform: only identities of an Amazon Cognito identity pool.
 * https://docs.aws.amazon.com/cognitosync/latest/APIReference/API_RegisterDevice.html
 */
const callers: ReadonlyMap<string, string> = new Map([
  ['cognito-sync:RegisterDevice', identityPoolSession],
  ['cognito-sync:SubscribeToDataset', identityPoolSession],
  ['cognito-sync:UnsubscribeFromDataset', identityPoolSession],
])

/**
 * Actions that AWS checks together on one resource.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
const checkedTogether: ReadonlyMap<string, readonly string[]> = new Map([
  ['lambda:InvokeFunctionUrl', ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction']],
])

function exampleArns(service: Service, { resourceTypes }: Action): readonly string[] {
  const required = resourceTypes.filter((type) => type.required)
  const wanted = required.length > 0 ? required : resourceTypes
  // S3's objects can be reached through access points as well; hardly anybody means those.
  const direct = wanted.filter(({ name }) => !name.startsWith('accesspoint'))
  const forms = (direct.length > 0 ? direct : wanted).flatMap(({ name }) => formsOf(service, name))
  return [...new Set(forms.map(exampleArn))]
}

/** The ARNs of a resource type: the data set writes several with commas. */
const formsOf = (service: Service, type: string): readonly string[] =>
  service.resourceTypes.get(type.toLowerCase())?.arn.split(/,\s*(?=arn:)/) ?? []

/** An ARN's form with something in the place of each variable. */
const exampleArn = (form: string): string =>
  form.replaceAll(/\$\{(\w+)\}/g, (_, variable: string) => examples.get(variable) ?? `my-${withHyphens(variable)}`)

const withHyphens = (variable: string): string => variable.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()

const examples: ReadonlyMap<string, string> = new Map([
  ['Partition', 'aws'],
  ['Region', 'us-east-1'],
  ['Account', '123456789012'],
  ['BucketName', 'amzn-s3-demo-bucket'],
  ['InstanceId', 'i-1234567890abcdef0'],
  ['ManagementAccountId', '123456789012'],
  ['MasterAccountId', '123456789012'],
  ['MemberAccountId', '111122223333'],
  ['AccountId', '111122223333'],
  ['OrganizationId', 'exampleorgid'],
  ['RoleNameWithPath', 'my-role'],
  ['UserNameWithPath', 'my-user'],
])
