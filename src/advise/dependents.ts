import { compile } from '../evaluate/index.ts'
import { passedToService, type Reference } from '../reference/index.ts'
import type { Dependent } from './diagnosis.ts'
import type { Asked, Evaluated } from './situation.ts'
import { arnTemplate, fillTemplate } from './stand-in.ts'

/**
 * What AWS lists as asked for along with an action, without what the policies allow already. AWS does not say when each is needed: the reasons
 * are ours. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html ("Dependent actions")
 */
export function dependentsOf({ asked, policies, given, reference }: Evaluated): readonly Dependent[] {
  const names = asked.known?.dependentActions ?? []
  if (names.length === 0) return []
  const evaluator = compile(policies, given.facts, reference)
  return names.flatMap((action) => {
    const resource = resourceFor(action, asked, reference)
    if (resource === undefined) return []
    const isAllowed = evaluator.decide({ ...asked.request, action, resource }) === 'allowed'
    const passedTo = action === 'iam:PassRole' ? passedToService(asked.action) : undefined
    return isAllowed ? [] : [{ action, resource, reason: reasonFor(action), passedTo }]
  })
}

/** Undefined where the action's service is not known: then nobody can say what it acts on. */
function resourceFor(action: string, asked: Asked, reference: Reference | undefined): string | undefined {
  const [prefix = '', name = ''] = action.toLowerCase().split(':')
  const service = reference?.services.get(prefix)
  const known = service?.actions.get(name)
  if (!known && action !== 'iam:PassRole') return undefined
  const template = arnTemplate(action, service, known)
  if (template === undefined) return '*'
  return fillTemplate(template, { caller: asked.caller, account: undefined, region: regionOf(asked), name: undefined })
}

const regionOf = ({ request: { resource } }: Asked): string | undefined => resource.split(':')[3] || undefined

/** The first whose pattern fits. */
const reasons: readonly (readonly [action: RegExp, reason: string])[] = [
  [/^iam:PassRole$/, 'if the call hands a role to the service'],
  [/^iam:CreateServiceLinkedRole$/, 'the first time in an account: the service then makes a role of its own'],
  [/^kms:(Decrypt|DescribeKey)$/, 'if what is read is encrypted with a KMS key of yours'],
  [/^kms:/, 'if what is written is encrypted with a KMS key of yours'],
  [/^secretsmanager:/, 'if a password is kept in Secrets Manager'],
  [/:(TagResource|CreateTags|AddTags|AddTagsToResource|TagRole)$/, 'if the call sets tags'],
  [/^ec2:Describe/, 'to look up the network that the call names'],
  [/^ec2:.*(NetworkInterface|SecurityGroup|VpcEndpoint)/, 'if it is put into a VPC'],
  [/^s3:(Get|List)/, 'if it reads from a bucket'],
  [/^s3:/, 'if it writes to a bucket'],
  [/^logs:/, 'if it writes logs'],
  [/^ssm:GetParameter/, 'if the call names a parameter instead of a value'],
  [/^organizations:/, 'if it is done for a whole organization'],
  [/^iam:(Get|List)/, 'to look at the role that it works with'],
  [/^iam:/, 'if the service makes or changes a role for you'],
]

const reasonFor = (action: string): string =>
  reasons.find(([pattern]) => pattern.test(action))?.[1] ?? 'in some uses of the call'
