import type { Denial } from '../denial/index.ts'
import type { NonEmpty } from '../text/index.ts'
import type { Text } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { told } from './no-policy-texts.ts'

/** One type of policy with which an organization enforces settings of services. */
interface OrganizationPolicyRow {
  /** As `describe-effective-policy` names it. https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeEffectivePolicy.html */
  readonly type: string
  /** Whose settings it holds, as AWS writes the name. */
  readonly name: string
  /** Prefixes of the actions that it can deny. */
  readonly services: readonly string[]
  /** Sentences of `denial/sentences` that only this type of policy causes. */
  readonly sentences?: readonly string[]
  /** What its effective policy shows. */
  readonly shows: Text
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative.html */
// biome-ignore format: one row per type
const rows: NonEmpty<OrganizationPolicyRow> = [
  { type: 'DECLARATIVE_POLICY_EC2', name: 'Amazon EC2', services: ['ec2'], sentences: ['ec2-declarative'], shows: told('showsSettingsOrganization') },
  { type: 'S3_POLICY', name: 'Amazon S3', services: ['s3', 's3-object-lambda'], sentences: ['s3-organization-block'], shows: told('showsWhetherOrganization') },
  // Amazon ECR has no type of its own. It raises its error for one operation only, PutRegistryScanningConfiguration, and scanning belongs to Amazon Inspector.
  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inspector_syntax.html
  { type: 'INSPECTOR_POLICY', name: 'Amazon Inspector', services: ['inspector2', 'ecr'], sentences: ['ecr-blocked-by-organization'], shows: told('showsScanning') },
  { type: 'BEDROCK_POLICY', name: 'Amazon Bedrock', services: ['bedrock'], shows: told('showsGuardrails') },
  { type: 'SECURITYHUB_POLICY', name: 'AWS Security Hub', services: ['securityhub'], shows: told('showsSettings') },
  { type: 'BACKUP_POLICY', name: 'AWS Backup', services: ['backup'], shows: told('showsSettings') },
  { type: 'CHATBOT_POLICY', name: 'chat applications', services: ['chatbot'], shows: told('showsSettings') },
  { type: 'UPGRADE_ROLLOUT_POLICY', name: 'upgrade rollouts', services: ['rds'], shows: told('showsSettings') },
]

/**
 * The commands that show what the organization enforces where one of its declarative policies denied something: the command of the service that
 * the message names. If it names none, the ones whose error texts don't name a service.
 */
export function organizationPolicySteps({ sentence, action, actionDerived, service }: Denial): NonEmpty<Step> {
  const prefix = (action ?? actionDerived)?.split(':')[0]?.toLowerCase() ?? service
  const own = rows.find(({ sentences }) => sentence !== undefined && sentences?.includes(sentence.id))
  const likely = own ?? rows.find(({ services }) => prefix !== undefined && services.includes(prefix))
  const shown = likely ? [likely] : rows.slice(0, 2)
  const ask: Step = {
    title: told('askTeamManagesOrganization'),
    text: told('managementAccountDelegated'),
    owner: 'organization administrator',
  }
  const [first, ...others] = shown.map(stepFor)
  return first ? [first, ...others, ask] : [ask]
}

const stepFor = ({ type, name, shows }: OrganizationPolicyRow): Step => ({
  title: told('seeEffectivePolicy', { name }),
  text: shows,
  owner: 'caller',
  command: `aws organizations describe-effective-policy --policy-type ${type}`,
})
