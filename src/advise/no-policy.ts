import type { Denial, NoPolicy } from '../denial/index.ts'
import type { NonEmpty } from '../text/index.ts'
import type { Text } from '../words/index.ts'
import type { Owner, Step } from './diagnosis.ts'
import { told } from './no-policy-texts.ts'
import { organizationPolicySteps } from './organization-policies.ts'

/** The answer where no policy can help: what decides instead, and what to do. */
export interface NoPolicyAnswer {
  readonly title: Text
  readonly explanation: Text
  readonly article: string
  readonly steps: NonEmpty<Step>
}

const step = (title: Text, text: Text, owner: Owner, command?: string): Step => ({ title, text, owner, command })

/** Reasons that have a cause of their own, or whose steps depend on the service. */
type Elsewhere = 'billing-access' | 'cost-explorer' | 'block-public-access' | 'declarative-policy'

/** One answer per reason. The sources stand with the sentences in `denial`. */
export const noPolicyAnswers: Readonly<Record<Exclude<NoPolicy, Elsewhere>, NoPolicyAnswer>> = {
  'payer-only': {
    title: told('managementAccount'),
    explanation: told('explanation'),
    article: 'billing/not-authorized',
    steps: [
      step(
        told('askTeamManages'),
        told('turnAccessMember'),
        'organization administrator',
        'aws organizations describe-organization --query Organization.MasterAccountId',
      ),
    ],
  },
  'management-account': {
    title: told('worksManagementAccount'),
    explanation: told('organizationsServicesWorkExplanation'),
    article: 'messages/no-detail',
    steps: [
      step(told('callRightAccount'), told('signManagementAccount'), 'caller', 'aws sts get-caller-identity'),
      step(
        told('accountRegisteredDelegated'),
        told('managementAccountRegisters'),
        'organization administrator',
        'aws organizations list-delegated-administrators',
      ),
    ],
  },
  'trusted-access': {
    title: told('trustedAccessOff'),
    explanation: told('serviceNeedsTrustedExplanation'),
    article: 'messages/which-gate',
    steps: [
      step(
        told('turnTrustedAccess'),
        told('managementAccountOnce'),
        'organization administrator',
        'aws organizations list-aws-service-access-for-organization',
      ),
    ],
  },
  'turn-on': {
    title: told('serviceFeatureTurned'),
    explanation: told('deniesCallUntilExplanation'),
    article: 'messages/opt-in-and-quota',
    steps: [step(told('turnServiceFeature'), told('openServicesConsole'), 'account administrator')],
  },
  region: {
    title: told('availableRegionCalled'),
    explanation: told('serviceOfferOperationExplanation'),
    article: 'messages/opt-in-and-quota',
    steps: [
      step(told('callAnotherRegion'), told('checkRegionCall'), 'caller', 'aws configure get region'),
      step(
        told('turnRegion'),
        told('administratorTurnsRegions'),
        'account administrator',
        'aws account list-regions --region-opt-status-contains DISABLED',
      ),
    ],
  },
  'account-state': {
    title: told('limitsAccount'),
    explanation: told('causeAccountsPlanExplanation'),
    article: 'messages/opt-in-and-quota',
    steps: [
      step(told('checkAccountsState'), told('lookMessagesBilling'), 'account administrator'),
      step(told('askSupport'), told('supportSayAccount'), 'account administrator'),
    ],
  },
  'model-access': {
    title: told('accountAccessModel'),
    explanation: told('amazonBedrockChecksExplanation'),
    article: 'billing/marketplace',
    steps: [step(told('askAccessModel'), told('openAmazonBedrock'), 'account administrator')],
  },
  'bucket-setting': {
    title: told('settingBucketObject'),
    explanation: told('bucketsObjectsOwnExplanation'),
    article: 'policies/s3-bucket',
    steps: [step(told('changeRequestSetting'), told('leaveOutSetting'), 'resource owner')],
  },
  'key-state': {
    title: told('kmsKeyCant'),
    explanation: told('keyDisabledScheduledExplanation'),
    article: 'policies/kms-key',
    steps: [
      step(
        told('seeKeysState'),
        told('enableKeyCancel'),
        'resource owner',
        'aws kms describe-key --key-id <KEY_ID> --query KeyMetadata.KeyState',
      ),
    ],
  },
  'bad-policy': {
    title: told('acceptPolicyRole'),
    explanation: told('requestAllowedButExplanation'),
    article: 'messages/not-a-denial',
    steps: [step(told('correctPolicyRole'), told('checkEveryPrincipal'), 'caller')],
  },
  grant: {
    title: told('grantOutsideIam'),
    explanation: told('lakeFormationAccessExplanation'),
    article: 'messages/lake-formation',
    steps: [
      step(
        told('askGrant'),
        told('dataLakeAdministrator'),
        'resource owner',
        'aws lakeformation list-permissions --principal DataLakePrincipalIdentifier=<CALLER_ARN>',
      ),
    ],
  },
  application: {
    title: told('applicationDecidesIam'),
    explanation: told('authorizerUserPoolExplanation'),
    article: 'messages/other-clouds-and-databases',
    steps: [step(told('lookApplicationsOwn'), told('checkAuthorizerUsers'), 'resource owner')],
  },
  'signed-url': {
    title: told('signedRequestValid'),
    explanation: told('urlFormExpiredExplanation'),
    article: 'messages/signature',
    steps: [step(told('signRequestAgain'), told('createNewUrl'), 'caller')],
  },
  'owner-shares': {
    title: told('ownerHasntShared'),
    explanation: told('imageSnapshotHostedExplanation'),
    article: 'policies/cross-account',
    steps: [step(told('askOwnerShare'), told('ownerSharesAccount'), 'resource owner')],
  },
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
  'one-organization': {
    title: told('oneOrganization'),
    explanation: told('oneOrganizationExplanation'),
    article: 'policies/cross-account',
    steps: [
      step(
        told('compareOrganizations'),
        told('compareOrganizationsText'),
        'caller',
        'aws organizations describe-organization --query Organization.Id',
      ),
    ],
  },
  'aws-owned': {
    title: told('belongsService'),
    explanation: told('serviceCreatedChangeExplanation'),
    article: 'roles/service-linked-roles',
    steps: [step(told('changeWhereService'), told('useConsoleApi'), 'caller')],
  },
  'sign-in': {
    title: told('signFailedPermissions'),
    explanation: told('sessionMfaCodeExplanation'),
    article: 'credentials/rejected-credentials',
    steps: [step(told('signAgain'), told('useNewSession'), 'caller')],
  },
  assignment: {
    title: told('noAssignment'),
    explanation: told('noAssignmentExplanation'),
    article: 'roles/identity-center',
    steps: [
      step(told('compareProfile'), told('compareProfileText'), 'caller', 'aws configure get sso_role_name'),
      step(told('askAssignment'), told('askAssignmentText'), 'organization administrator'),
    ],
  },
  'sign-in-network': {
    title: told('accountOrganizationAllows'),
    explanation: told('policyAboutConsoleExplanation'),
    article: 'credentials/sign-in-network',
    steps: [
      step(told('signAllowedNetwork'), told('useNetworkCompany'), 'caller'),
      step(told('readSignPolicy'), told('runSigninGet'), 'account administrator'),
    ],
  },
  'not-possible': {
    title: told('allowAnyone'),
    explanation: told('requestAsksSomethingExplanation'),
    article: 'messages/which-gate',
    steps: [step(told('changeRequest'), told('messageAsksUse'), 'caller')],
  },
  'tag-policy': {
    title: told('tagPolicyOrganization'),
    explanation: told('requestsTagsComplyExplanation'),
    article: 'messages/which-gate',
    steps: [
      step(
        told('seeTagsValues'),
        told('useThoseRequest'),
        'caller',
        'aws organizations describe-effective-policy --policy-type TAG_POLICY',
      ),
    ],
  },
  tool: {
    title: told('toolDeniesItself'),
    explanation: told('denyListToolExplanation'),
    article: 'messages/not-a-denial',
    steps: [step(told('changeToolsSettings'), told('lookSecurityPolicy'), 'caller')],
  },
  network: {
    title: told('networkPathMissing'),
    explanation: told('serviceCouldReachedExplanation'),
    article: 'messages/not-a-denial',
    steps: [step(told('checkRoute'), told('lookSubnetsRoute'), 'account administrator')],
  },
  missing: {
    title: told('saysExist'),
    explanation: told('checkNameRegionExplanation'),
    article: 'messages/not-found-403',
    steps: [step(told('checkName'), told('compareNameRegion'), 'caller')],
  },
}

/** The answer to a declarative policy of the organization, with the steps for the service that it is about. */
export const declarativePolicyAnswer = (denial: Denial): NoPolicyAnswer => ({
  title: told('declarativePolicyOrganization'),
  explanation: told('organizationEnforcesSettingExplanation'),
  article: 'policies/scp',
  steps: organizationPolicySteps(denial),
})
