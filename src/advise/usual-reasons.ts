import { messagesOf, type Text } from '../words/index.ts'
import { throughProfile } from './bedrock-profile.ts'
import { addOnStep, isOfAddOn } from './cluster-addons.ts'
import type { CauseFound, Step } from './diagnosis.ts'
import { isOfMessageKey, messageKeyStep } from './message-keys.ts'
import { existsStep, isMissingOrDenied } from './missing-or-denied.ts'
import { othersSteps } from './others-steps.ts'
import { podRoleStep, runsOnNodeRole } from './pod-role.ts'
import { roleReasons } from './role-reasons.ts'
import { endpointStep, hostAsBucketStep, isThroughEndpoint, namesHostAsBucket } from './s3-places.ts'
import { shellWord } from './shell-word.ts'
import { hasGiven, type Situation } from './situation.ts'
import { isUnread, unreadStep } from './unread-serverless.ts'
import { isUserOfRole, userOfRoleStep } from './user-of-role.ts'
import type { Reason } from './usual-reason.ts'
import { worksLater, worksLaterStep } from './works-later.ts'

const told = messagesOf('usual-reasons', {
  installPlugin: 'Install the Session Manager plugin',
  installPluginText:
    'If you ran aws ssm start-session, the session began. The AWS CLI didn’t find the plugin, tried to end the session again, and that’s the call that AWS denied. If this command isn’t found, install the plugin and start the session again.',
  leaveOutPublicAcl: 'Leave out the ACL, or check Block Public Access',
  leaveOutPublicAclText:
    'The upload sends a public ACL. New buckets have Block Public Access turned on and ACLs turned off, and then S3 denies the upload whatever the policies allow. Leave out the ACL, and publish the files with CloudFront or a bucket policy.',
  checkBlockPublic: 'Check Block Public Access first',
  checkPublicAclText:
    'New buckets have Block Public Access turned on and ACLs turned off. Then S3 denies an ACL that makes something public, even to administrators. Keep the bucket private, or turn the settings off before you set the ACL: in Terraform with aws_s3_bucket_public_access_block and aws_s3_bucket_ownership_controls, on which aws_s3_bucket_acl must depend (depends_on).',
  checkPublicPolicyText:
    'New buckets have Block Public Access turned on. Then S3 denies a bucket policy that lets everyone in ("Principal": "*"), even to administrators. Name the readers in the policy, or turn the setting off before you set it: in Terraform with aws_s3_bucket_public_access_block, on which aws_s3_bucket_policy must depend (depends_on).',
  regionLocked: 'Check whether your organization allows the Region',
  regionLockedText:
    'What you pasted speaks of Regions that the organization limits. A service control policy on aws:RequestedRegion, such as the Region deny control of AWS Control Tower, denies every call in the other Regions, whatever the caller’s policies allow, and short messages don’t say so. Make the same call in a Region that’s allowed. If it works there, leave the others out, or ask for an exception.',
  regionLockedTextForOthers:
    'A service control policy on aws:RequestedRegion, such as the Region deny control of AWS Control Tower, denies every call in the other Regions, whatever the caller’s policies allow.',
  otherPassword: 'Try a password that meets the account’s rules',
  otherPasswordText:
    'IAM gives the same message for a password that the account’s password policy doesn’t accept: too short, without a required kind of character, or used before. This prints the rules, if you can read them:',
  passwordBeforeMfa: 'If the account requires MFA, set it up first',
  passwordBeforeMfaText:
    'A policy that denies everything without MFA also stops the first change of a password, whatever else allows it. Set up MFA and sign in with it. If new users must change their password before they can do that, the policy’s owner adds iam:ChangePassword and iam:GetUser to the NotAction of that Deny.',
  passwordBeforeMfaTextForOthers:
    'A policy that denies everything without MFA also stops the first change of a password, whatever else allows it. If new users must change their password before they can set up MFA, that Deny’s NotAction needs iam:ChangePassword and iam:GetUser.',
  nameWorkGroup: 'Name a workgroup that you can use',
  nameWorkGroupText:
    'A query without a workgroup runs in the one called primary, and many organizations allow only others. Try again with yours: --work-group in the AWS CLI, WorkGroup in SDKs and drivers. This prints their names, if you can list them:',
  everyVersion: 'Check whether the policy names another version',
  everyVersionText:
    'The call names version {{version}} of the function. Each deployment publishes a new version, and a Resource that names one doesn’t match the others. Name the function with :* behind it ({{arn}}:*), or let the call use an alias, whose name stays.',
  assumeBootstrapRoles: 'Let the caller assume the roles of the CDK bootstrap',
  assumeBootstrapRolesText:
    'The AWS CDK tried its own roles first, couldn’t assume them, and went on with the caller’s permissions. That’s the call that AWS denied, and more would follow. Those roles have what a deployment needs, so the caller only needs this statement. The roles trust their own account. A caller in another account needs cdk bootstrap with --trust, too.',
  attachExecutionPolicy: 'Attach AmazonECSTaskExecutionRolePolicy to the task execution role',
  attachExecutionPolicyText:
    'AWS’s own policy for this role allows the login to Amazon ECR, the pull of the image, and the log streams. AWS checks these one after the other, so a policy with only {{action}} leads to the next denial.',
  currentControllerPolicy: 'Give the controller’s role its current policy',
  currentControllerPolicyText:
    'Load balancers and target groups get tags while they’re created, and that needs elasticloadbalancing:AddTags. Older policies of the AWS Load Balancer Controller lack it for this. Download {{file}} of the controller’s version, and replace the old policy with it: it allows AddTags only as a part of creating these (elasticloadbalancing:CreateAction).',
  whereKeyIs: 'Check that the call goes to the key’s Region and account',
  whereKeyIsText:
    'The message has three possible causes: the key was deleted, the call went to another Region, or a permission is missing. A key’s ARN contains its Region and account. What a key encrypted can be decrypted only in its Region, unless it’s a multi-Region key. If this says NotFoundException, look for the key in other Regions and accounts. If it prints the key, a permission is missing:',
  whichKey: 'See which key encrypts the function’s variables',
  whichKeyText:
    'If the command prints no key, it’s AWS’s own key aws/lambda. No one can change that key’s policy: Lambda lets the function’s role use it with a grant, which becomes void if the role is deleted, even if a new role gets the same name. Choose another role for the function, save, and then choose the right one again. If it prints a key of yours, change that key’s policy.',
})

/** How much of a paste is searched for signs. */
const mostText = 20_000

const publicAcl = /\b(?:public-read(?:-write)?|authenticated-read|PublicRead(?:Write)?|AuthenticatedRead)\b/

/** Nothing says which policy denied the call, and the caller's own weren't pasted. */
const isOpen = (situation: Situation): boolean =>
  situation.stated.policyType === undefined &&
  situation.stated.effect === undefined &&
  !hasGiven(situation, 'identity') &&
  !hasGiven(situation, 'resource')

const versionOf = ({ asked }: Situation): RegExpExecArray | undefined =>
  /^(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:*?]+):(\d+)$/.exec(asked?.request.resource ?? '') ?? undefined

const bucketOf = ({ asked }: Situation): string =>
  shellWord(/^arn:[^:]*:s3:::([\w.-]{3,63})(?:\/|$)/.exec(asked?.request.resource ?? '')?.[1], '<BUCKET_NAME>')

/** What to do about Block Public Access, with the command that shows it. */
const publicAccess =
  (title: Text, text: Text) =>
  (situation: Situation): Step => ({
    title,
    text,
    owner: 'caller',
    command: `aws s3api get-public-access-block --bucket ${bucketOf(situation)}`,
  })

/** "current credentials could not be used to assume 'arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-eu-west-1'" */
const bootstrapRole =
  /\bcould not be used to assume ['"]?(arn:aws[\w-]{0,10}:iam::[^:\s'"]{1,40}:role\/(?:[\w./-]{1,60}\/)?cdk-[a-z0-9]{1,20}-)/

/** "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access." */
const elsewhere =
  /\bciphertext[\s|]{1,20}refers[\s|]{1,20}to[\s|]{1,20}a[\s|]{1,20}(?:customer[\s|]{1,20}master|KMS)[\s|]{1,20}key[\s|]{1,20}that[\s|]{1,20}does[\s|]{1,20}not[\s|]{1,20}exist\b/i

/** What AmazonECSTaskExecutionRolePolicy allows. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html (2026-11-30) */
const startsTask =
  /^(?:ecr:(?:GetAuthorizationToken|BatchCheckLayerAvailability|GetDownloadUrlForLayer|BatchGetImage)|logs:(?:CreateLogStream|PutLogEvents))$/

/** How ECS says that a task didn't start. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html (2026-11-30) */
const stoppedTask = /\b(?:ResourceInitializationError|CannotPullContainerError|CannotPullECRContainerError)\b/

/** One file per partition: iam_policy_cn.json. https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/main/docs/install (2026-11-30) */
const controllerPolicy = (partition = 'aws'): string =>
  `iam_policy${partition.replace('aws', '').replace('-', '_')}.json`

/** "Control Tower is set to govern two Regions", "Region deny", "a Region that isn’t allowed" */
const limitsRegions =
  /\bregion[ -](?:deny|denies|denied|lock|restrict)|\b(?:denied|disabled|restricted|governed|blocked) regions?\b|\bcontrol tower\b[^\n]{0,200}\bregions?\b|\bregions? (?:that |which )?(?:is|are)(?: not|n['’]t) (?:governed|allowed|enabled)\b|aws:RequestedRegion/i

/** Calls that are usually denied for another reason than a missing permission, each with what to look at first. */
const reasons: readonly Reason[] = [
  { applies: namesHostAsBucket, step: hostAsBucketStep },
  { applies: isThroughEndpoint, step: endpointStep },
  { applies: (situation, paste) => elsewhere.test(paste) && isOfMessageKey(situation, paste), step: messageKeyStep },
  {
    // https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html, https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
    applies: ({ asked, stated }, paste) =>
      asked?.service === 'kms' && stated.effect === undefined && elsewhere.test(paste),
    step: ({ asked }) => {
      const known = asked?.standIns.has('resource') ? undefined : asked?.request.resource
      const arn = /^arn:[^:]*:kms:([a-z0-9-]+):\d{12}:(?:key|alias)\//.exec(known ?? '')
      return {
        title: told('whereKeyIs'),
        text: told('whereKeyIsText'),
        owner: 'caller',
        command: `aws kms describe-key --key-id ${shellWord(arn?.input, '<KEY_ARN>')} --region ${arn?.[1] ?? '<REGION>'}`,
      }
    },
  },
  ...roleReasons,
  throughProfile,
  { applies: isMissingOrDenied, step: existsStep },
  { applies: worksLater, step: worksLaterStep },
  { applies: isUnread, step: unreadStep },
  {
    applies: (situation) => isUserOfRole(situation) && situation.stated.effect === 'explicit-deny',
    step: () => userOfRoleStep,
  },
  {
    // https://github.com/aws/amazon-ssm-agent/issues/514, https://github.com/aws/aws-cli/issues/9837 (2026-11-29)
    // The plugin itself prints the line about a session that starts.
    applies: (situation, paste) =>
      situation.asked?.action === 'ssm:TerminateSession' &&
      situation.stated.effect !== 'explicit-deny' &&
      !/\bStarting session with SessionId\b/i.test(paste) &&
      (!hasGiven(situation, 'identity') || /\bstart-session\b/.test(paste)),
    step: () => ({
      title: told('installPlugin'),
      text: told('installPluginText'),
      owner: 'caller',
      command: 'session-manager-plugin --version',
    }),
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (2026-11-29)
    applies: (situation, paste) =>
      /^s3:PutObject(?:Acl)?$/.test(situation.asked?.action ?? '') && isOpen(situation) && publicAcl.test(paste),
    step: publicAccess(told('leaveOutPublicAcl'), told('leaveOutPublicAclText')),
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html (2026-11-29)
    applies: (situation) => situation.asked?.action === 's3:PutBucketAcl' && isOpen(situation),
    step: publicAccess(told('checkBlockPublic'), told('checkPublicAclText')),
  },
  {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (2026-11-29)
    applies: (situation) => situation.asked?.action === 's3:PutBucketPolicy' && isOpen(situation),
    step: publicAccess(told('checkBlockPublic'), told('checkPublicPolicyText')),
  },
  {
    // https://repost.aws/knowledge-center/iam-user-password-error, https://serverfault.com/questions/992027 (2026-11-30)
    applies: ({ asked, stated }) => asked?.action === 'iam:ChangePassword' && stated.effect === undefined,
    step: () => ({
      title: told('otherPassword'),
      text: told('otherPasswordText'),
      owner: 'caller',
      command: 'aws iam get-account-password-policy',
    }),
    next: { title: told('passwordBeforeMfa'), text: told('passwordBeforeMfaText'), owner: 'caller' },
  },
  {
    // https://docs.aws.amazon.com/athena/latest/ug/workgroups-iam-policy.html (2026-11-29)
    applies: (situation, paste) =>
      /^athena:(?:Start|Batch|Create|List)\w*(?:Quer|Statement)\w*$/.test(situation.asked?.action ?? '') &&
      situation.asked?.standIns.has('resource') === true &&
      isOpen(situation) &&
      !/work-?_?group/i.test(paste),
    step: () => ({
      title: told('nameWorkGroup'),
      text: told('nameWorkGroupText'),
      owner: 'caller',
      command: "aws athena list-work-groups --query 'WorkGroups[].Name'",
    }),
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/versioning-aliases-permissions.html (2026-11-29)
    applies: (situation) =>
      /^lambda:Invoke/.test(situation.asked?.action ?? '') &&
      versionOf(situation) !== undefined &&
      situation.stated.effect !== 'explicit-deny' &&
      !hasGiven(situation, 'identity'),
    step: (situation) => {
      const [, arn = '', version = ''] = versionOf(situation) ?? []
      return {
        title: told('everyVersion'),
        text: told('everyVersionText', { arn, version }),
        owner: 'account administrator',
      }
    },
  },
  {
    // https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html, https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html (2026-11-30)
    applies: ({ asked, stated }, paste) =>
      asked !== undefined &&
      asked.action !== 'sts:AssumeRole' &&
      stated.effect !== 'explicit-deny' &&
      bootstrapRole.test(paste) &&
      // A role of the bootstrap is the deployment itself.
      !/^cdk-/.test(asked.caller.name),
    step: (_, paste) => ({
      title: told('assumeBootstrapRoles'),
      text: told('assumeBootstrapRolesText'),
      owner: 'account administrator',
      statement: JSON.stringify(
        { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `${bootstrapRole.exec(paste)?.[1] ?? ''}*` },
        null,
        2,
      ),
    }),
  },
  {
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html (2026-11-30)
    applies: ({ asked, stated }, paste) =>
      asked?.caller.kind === 'role-session' &&
      startsTask.test(asked.action) &&
      stated.effect !== 'explicit-deny' &&
      (stated.policyType === undefined || stated.policyType === 'identity') &&
      stoppedTask.test(paste),
    step: ({ asked }) => ({
      title: told('attachExecutionPolicy'),
      text: told('attachExecutionPolicyText', { action: asked?.action ?? '' }),
      owner: 'account administrator',
      command: `aws iam attach-role-policy --role-name ${shellWord(asked?.caller.name, '<ROLE_NAME>')} --policy-arn arn:${asked?.caller.partition ?? 'aws'}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy`,
    }),
  },
  {
    // https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/main/docs/install, https://github.com/terraform-aws-modules/terraform-aws-iam/issues/489
    applies: ({ asked, stated }, paste) =>
      asked?.action === 'elasticloadbalancing:AddTags' &&
      stated.effect !== 'explicit-deny' &&
      /load-?balancer-?controller|elbv2\.k8s\.aws/i.test(`${paste} ${asked.caller.name}`),
    step: ({ asked }) => ({
      title: told('currentControllerPolicy'),
      text: told('currentControllerPolicyText', { file: controllerPolicy(asked?.caller.partition) }),
      owner: 'account administrator',
    }),
  },
  { applies: runsOnNodeRole, step: ({ asked }, paste) => podRoleStep(asked, paste) },
  { applies: isOfAddOn, step: addOnStep },
  {
    // https://repost.aws/knowledge-center/lambda-kmsaccessdeniedexception-errors (2026-11-29)
    applies: ({ asked, stated }, paste) =>
      asked?.service === 'kms' &&
      stated.effect !== 'explicit-deny' &&
      /unable to decrypt the environment variables/i.test(paste),
    step: () => ({
      title: told('whichKey'),
      text: told('whichKeyText'),
      owner: 'caller',
      command: "aws lambda get-function-configuration --function-name <FUNCTION_NAME> --query '[KMSKeyArn,Role]'",
    }),
  },
  {
    // https://docs.aws.amazon.com/controltower/latest/userguide/region-deny.html
    applies: (situation, paste) =>
      situation.asked !== undefined &&
      situation.asked.service !== 'iam' &&
      isOpen(situation) &&
      limitsRegions.test(paste),
    step: () => ({ title: told('regionLocked'), text: told('regionLockedText'), owner: 'caller' }),
  },
]

/** Causes that say what to do about a setting: a policy comes after that. */
const aboutSettings: ReadonlySet<string> = new Set(['block-public-access', 'no-role-in-setting'])

/** Puts what is usually the reason for such a call before the steps that change a policy, and what another account has to do behind them. */
export function withUsualReasons(cause: CauseFound, situation: Situation): CauseFound {
  const paste = situation.given.paste.slice(0, mostText)
  const found = aboutSettings.has(cause.id) ? undefined : reasons.find(({ applies }) => applies(situation, paste))
  const [first, ...others] = [
    ...(found ? [{ ...found.step(situation, paste), isUsual: true }] : []),
    ...(found?.next ? [found.next] : []),
    ...cause.steps,
    ...othersSteps(situation, paste),
  ]
  return { ...cause, steps: [first ?? cause.steps[0], ...others] }
}
