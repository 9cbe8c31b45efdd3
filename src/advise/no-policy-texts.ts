import { messagesOf } from '../words/index.ts'

/** What the answers say where no policy can help: a title, an explanation, and steps for each reason. */
export const told = messagesOf('no-policy', {
  managementAccount: 'Only the management account can do this',
  explanation:
    'In an organization with consolidated billing, the management account (the payer account) manages this feature. A member account is denied whatever its policies allow.',
  askTeamManages: 'Ask the team that manages the management account',
  askTeamManagesForOthers: 'Do it in the management account',
  turnAccessMember: 'They can do it there, or turn on access for member accounts in the Billing preferences.',
  turnAccessMemberForOthers: 'Otherwise turn on access for member accounts in the Billing preferences.',
  worksManagementAccount: 'This works only from the management account or a delegated administrator',
  organizationsServicesWorkExplanation:
    'AWS Organizations and the services that work with it accept this call only from the management account, or from an account that is registered as the delegated administrator of the service. Policies in other accounts change nothing.',
  callRightAccount: 'Call it from the right account',
  signManagementAccount:
    'Sign in to the management account or to the delegated administrator. If you are there already, leave out the account ID in the call.',
  accountRegisteredDelegated: 'Or have your account registered as delegated administrator',
  accountRegisteredDelegatedForOthers: 'Or have my account registered as delegated administrator',
  managementAccountRegisters: 'The management account registers one account per service.',
  trustedAccessOff: 'Trusted access is off in your organization',
  trustedAccessOffForOthers: 'Trusted access is off in our organization',
  serviceNeedsTrustedExplanation:
    'The service needs trusted access to AWS Organizations, and no one has turned it on. You aren’t missing a permission.',
  serviceNeedsTrustedExplanationForOthers:
    'The service needs trusted access to AWS Organizations, and no one has turned it on. I’m not missing a permission.',
  turnTrustedAccess: 'Turn on trusted access for the service',
  managementAccountOnce: 'The management account does it once, in the Organizations console under Services.',
  serviceFeatureTurned: 'The service or feature isn’t turned on in this account',
  deniesCallUntilExplanation: 'AWS denies the call until someone turns on the feature. No policy change will fix this.',
  turnServiceFeature: 'Turn on the service or feature',
  openServicesConsole: 'Open the service’s console in the same account and Region, and follow its setup.',
  availableRegionCalled: 'This isn’t available in the Region that you called',
  availableRegionCalledForOthers: 'This isn’t available in the Region that I called',
  serviceOfferOperationExplanation:
    'The service doesn’t offer the operation in this Region, keeps what you asked for in another one, or the account hasn’t turned the Region on. No policy change will fix this.',
  callAnotherRegion: 'Call another Region',
  checkRegionCall: 'Check the Region of the call and of your profile.',
  turnRegion: 'Or turn on the Region',
  administratorTurnsRegions: 'An administrator turns on Regions in the account settings.',
  limitsAccount: 'AWS limits this account',
  causeAccountsPlanExplanation:
    'The cause is the account’s plan, its payment method, its verification, or a subscription. AWS denies the call for everyone in the account, whatever policies allow.',
  checkAccountsState: 'Check the account’s state',
  lookMessagesBilling:
    'Look at the messages in the Billing console and in the account’s email: a plan to upgrade, a payment method to add, a verification to finish, or terms to accept.',
  askSupport: 'Ask AWS Support',
  supportSayAccount: 'AWS Support can say what the account lacks.',
  accountAccessModel: 'The account doesn’t have access to this model',
  amazonBedrockChecksExplanation:
    'Amazon Bedrock checks access to the model per account and Region, apart from IAM: the use case form, the agreement, or the country. No policy change will fix this.',
  askAccessModel: 'Ask for access to the model',
  openAmazonBedrock:
    'Open Amazon Bedrock in the same Region, choose the model in the model catalog, and follow what it asks for.',
  settingBucketObject: 'A setting of the bucket or object denies this',
  bucketsObjectsOwnExplanation:
    'The bucket’s or object’s own settings (Object Ownership, Object Lock, encryption, or the storage class) don’t accept the request. No policy change will fix this.',
  changeRequestSetting: 'Change the request, or the setting',
  leaveOutSetting:
    'Leave out what the setting doesn’t accept, such as an ACL or an encryption type. Or ask the owner of the bucket to change the setting.',
  kmsKeyCant: 'The KMS key can’t be used in its present state',
  keyDisabledScheduledExplanation:
    'The key is disabled, scheduled for deletion, unavailable, or not one that can be shared. Key policies and IAM policies don’t matter until that changes.',
  seeKeysState: 'See the key’s state',
  enableKeyCancel: 'Enable the key, cancel its deletion, or use another key.',
  acceptPolicyRole: 'AWS doesn’t accept the policy or role in this request',
  requestAllowedButExplanation:
    'The request was allowed, but the policy, principal, or role that it carries isn’t valid: a principal that doesn’t exist, a policy that locks everyone out, or a role that can’t be used here.',
  correctPolicyRole: 'Correct the policy or role',
  checkEveryPrincipal: 'Check that every principal exists, in the right account and partition.',
  grantOutsideIam: 'A grant outside IAM is missing',
  lakeFormationAccessExplanation:
    'Lake Formation or S3 Access Grants decides this with grants of its own. An IAM policy that allows everything doesn’t help.',
  askGrant: 'Ask for the grant',
  dataLakeAdministrator:
    'The data lake administrator, or the owner of the location, grants the permission that the message names.',
  applicationDecidesIam: 'The application decides this, not IAM',
  authorizerUserPoolExplanation:
    'An authorizer, a user pool, a database grant, or the roles of the application deny the request. The caller’s IAM policies don’t count for it.',
  lookApplicationsOwn: 'Look at the application’s own rules',
  checkAuthorizerUsers:
    'Check the authorizer, the user’s group or role in the application, or the token and its scopes.',
  signedRequestValid: 'The signed request isn’t valid, or isn’t signed at all',
  urlFormExpiredExplanation:
    'The URL or form has expired, was changed after it was signed, or carries no signature. Policies decide only for a request that is signed correctly.',
  signRequestAgain: 'Sign the request again',
  createNewUrl: 'Create a new URL or form, and send it with exactly the headers that were signed.',
  ownerHasntShared: 'The owner hasn’t shared this with your account',
  ownerHasntSharedForOthers: 'The owner hasn’t shared this with my account',
  imageSnapshotHostedExplanation:
    'The image, snapshot, hosted zone, or bucket belongs to another account, and its owner decides who can use it. A policy in your account isn’t enough.',
  imageSnapshotHostedExplanationForOthers:
    'The image, snapshot, hosted zone, or bucket belongs to another account, and its owner decides who can use it. A policy in my account isn’t enough.',
  askOwnerShare: 'Ask the owner to share it',
  ownerSharesAccount: 'The owner shares it with your account ID.',
  oneOrganization: 'Both accounts must be in one organization',
  oneOrganizationExplanation:
    'AWS allows this only between accounts of the same organization in AWS Organizations, whatever their policies allow. One of the accounts left the organization, joined another one, or was never in it.',
  compareOrganizations: 'Compare the organizations of both accounts',
  compareOrganizationsText:
    'Run this in each account and compare the IDs. If they differ, invite the account into the organization, or name a destination in the organization that the source is in now.',
  belongsService: 'This belongs to an AWS service',
  serviceCreatedChangeExplanation: 'Only the service that created it can change it. No permission is missing.',
  changeWhereService: 'Change it where the service is set up',
  useConsoleApi: 'Use the console or API of the service that owns it.',
  signFailedPermissions: 'The sign-in failed, not your permissions',
  signFailedPermissionsForOthers: 'The sign-in failed, not my permissions',
  sessionMfaCodeExplanation:
    'The session, the MFA code, or the answer of the identity provider isn’t valid, so AWS evaluated no policy.',
  signAgain: 'Sign in again',
  useNewSession: 'Use a new session or a fresh MFA code, and check the profile and the device.',
  noAssignment: 'You signed in, but you don’t have this permission set in this account',
  noAssignmentForOthers: 'I signed in, but I don’t have this permission set in this account',
  noAssignmentExplanation:
    'IAM Identity Center gives out a role’s credentials only for an assignment: your user or group, the permission set, and the account. Either the profile names another permission set or account than you have, or the assignment is missing. No IAM policy plays a part in it.',
  noAssignmentExplanationForOthers:
    'IAM Identity Center gives out a role’s credentials only for an assignment: a user or group, the permission set, and the account. Either my profile names another permission set or account than I have, or the assignment is missing. No IAM policy plays a part in it.',
  compareProfile: 'Compare the profile with the access portal',
  compareProfileText:
    'Open the access portal. The account and the permission set must be listed there, and sso_account_id and sso_role_name in ~/.aws/config must name exactly those: upper and lower case matter.',
  askAssignment: 'If the portal doesn’t list it, ask for the assignment',
  askAssignmentText:
    'The administrator of IAM Identity Center assigns the permission set to you or to one of your groups in this account. Wait until it’s provisioned.',
  accountOrganizationAllows: 'The account or the organization allows sign-in only from certain networks',
  policyAboutConsoleExplanation:
    'A policy about the console sign-in denied you before AWS looked at your permissions. Programs with access keys aren’t affected.',
  policyAboutConsoleExplanationForOthers:
    'A policy about the console sign-in denied me before AWS looked at my permissions.',
  signAllowedNetwork: 'Sign in from an allowed network',
  useNetworkCompany: 'Use the network of your company, for example its VPN.',
  readSignPolicy: 'Read the sign-in policy',
  runSigninGet:
    'Run aws signin get-resource-policy --region us-east-1. If it names no network, an RCP of the organization denies the sign-in.',
  allowAnyone: 'AWS doesn’t allow this for anyone',
  requestAsksSomethingExplanation:
    'The request asks for something that no policy can allow: the wrong kind of credentials, a limit, or a missing setting in the request.',
  changeRequest: 'Change the request',
  messageAsksUse: 'Do what the message asks for, or use another kind of credentials.',
  declarativePolicyOrganization: 'A declarative policy of your organization denies this',
  declarativePolicyOrganizationForOthers: 'A declarative policy of our organization denies this',
  organizationEnforcesSettingExplanation:
    'Your organization enforces a setting of the service with a declarative policy. It isn’t an IAM policy or an SCP: no Allow helps, and an account can’t change the setting itself. The message may be a text that your organization wrote.',
  organizationEnforcesSettingExplanationForOthers:
    'Our organization enforces a setting of the service with a declarative policy. It isn’t an IAM policy or an SCP: no Allow helps, and an account can’t change the setting itself. The message may be a text that our organization wrote.',
  seeEffectivePolicy: 'See the effective policy for {{name}}',
  showsSettingsOrganization:
    'It shows the settings that the organization enforces in this account, and the custom message.',
  showsWhetherOrganization: 'It shows whether the organization enforces Block Public Access.',
  showsScanning:
    'It shows whether the organization turns on scanning in this account. That includes the scanning of images in Amazon ECR, which has no policy type of its own.',
  showsGuardrails: 'It shows the guardrails that the organization enforces in this account.',
  showsSettings: 'It shows the settings that the organization enforces in this account.',
  askTeamManagesOrganization: 'Ask the team that manages the organization',
  managementAccountDelegated:
    'Only the management account or a delegated administrator can change or detach the policy.',
  tagPolicyOrganization: 'A tag policy of your organization doesn’t accept these tags',
  tagPolicyOrganizationForOthers: 'A tag policy of our organization doesn’t accept these tags',
  requestsTagsComplyExplanation:
    'The request’s tags don’t comply with the tag policy of the organization. No permission is missing.',
  seeTagsValues: 'See which tags and values are allowed',
  useThoseRequest: 'Use those in the request.',
  toolDeniesItself: 'The tool denies this itself, before it calls AWS',
  denyListToolExplanation: 'A deny list of the tool or its settings blocked the operation. AWS saw no request.',
  changeToolsSettings: 'Change the tool’s settings',
  lookSecurityPolicy: 'Look for its security policy or deny list.',
  networkPathMissing: 'The network path is missing, not a permission',
  serviceCouldReachedExplanation: 'The service could not be reached: no route, no public address, or no VPC endpoint.',
  checkRoute: 'Check the route',
  lookSubnetsRoute: 'Look at the subnet’s route table, NAT gateway, VPC endpoints, and security groups.',
  saysExist: 'AWS says that this doesn’t exist',
  checkNameRegionExplanation: 'Check its name, Region, and account.',
  checkName: 'Check the name',
  compareNameRegion: 'Compare the name, Region, and account with the one that exists.',
})
