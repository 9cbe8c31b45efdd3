// “Which gate is it?”: questions for those who have little more than “Access Denied”. The page, its Markdown twin and the tests are made of this.

/** A question with at least two answers. Code stands between backticks. */
export interface Question {
  readonly asks: string
  /** Run this to be able to answer. */
  readonly run?: string
  readonly answers: readonly Answer[]
}

export interface Answer {
  readonly says: string
  readonly next: Question | End
}

/** Where a path of questions ends. */
export interface End {
  /** What it is, in a sentence. */
  readonly is: string
  /** The article: "messages/scp-explicit". */
  readonly article: string
  /** An example for the checker, by its name in content/examples. */
  readonly example: string
  /** What brings out more. Words in capitals are to be replaced. */
  readonly command: string
}

export const isEnd = (step: Question | End): step is End => 'article' in step

const trail =
  'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=OPERATION --max-results 10 --query "Events[].CloudTrailEvent" --output text'
const scpsOf = (filter: string): string =>
  `aws organizations list-policies-for-target --target-id ACCOUNT-ID --filter ${filter}`
const endpoints =
  'aws ec2 describe-vpc-endpoints --query "VpcEndpoints[].[VpcEndpointId,ServiceName,PolicyDocument]" --output text'
const bucketPolicy = 'aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text'
const trust = 'aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument'
const boundaryOfUser = 'aws iam get-user --user-name NAME --query User.PermissionsBoundary'
const boundaryOfRole = 'aws iam get-role --role-name ROLE --query Role.PermissionsBoundary'
const caller = 'aws sts get-caller-identity'
const simulate = 'aws iam simulate-principal-policy --policy-source-arn ARN-OF-USER-OR-ROLE --action-names ACTION'

const identity: End = {
  is: 'Most likely no identity-based policy of yours allows it.',
  article: 'messages/identity-implicit',
  example: 'billing-get-widget-no-policy',
  command: simulate,
}
const boundary: End = {
  is: 'A permissions boundary is set: what it leaves out, no policy of yours can give.',
  article: 'messages/boundary-implicit',
  example: 'silent-boundary',
  command: 'aws iam get-policy-version --policy-arn ARN-OF-THE-BOUNDARY --version-id v1',
}
const session: End = {
  is: 'The policy that was handed over when the session began leaves it out.',
  article: 'messages/session-implicit',
  example: 'pol-session-narrow',
  command: caller,
}
const encoded: End = {
  is: 'The reason is in the message, encoded. Somebody with the right to read it decodes it.',
  article: 'messages/encoded-message',
  example: 'encoded-message',
  command: 'aws sts decode-authorization-message --encoded-message TEXT --query DecodedMessage --output text',
}

/** Implicit or explicit, told by the words before the policy's name. */
const byWords = (implicit: End, explicit: End): Question => ({
  asks: 'Which words stand before it?',
  answers: [
    { says: '`because no … allows`', next: implicit },
    { says: '`with an explicit deny in`', next: explicit },
  ],
})

const named: Question = {
  asks: 'Which kind of policy does the sentence name?',
  answers: [
    {
      says: '`identity-based policy`',
      next: byWords(
        { ...identity, is: 'No policy of yours allows it.' },
        {
          is: 'One of your own policies denies it.',
          article: 'messages/identity-explicit',
          example: 'pol-own-deny',
          command: simulate,
        },
      ),
    },
    {
      says: '`resource-based policy`',
      next: byWords(
        {
          is: 'The policy of the bucket, queue or key does not let you in.',
          article: 'messages/resource-implicit',
          example: 'cross-account-s3',
          command: bucketPolicy,
        },
        {
          is: 'The policy of the bucket, queue or key denies it.',
          article: 'messages/resource-explicit',
          example: 'msg-bucket-deny-network',
          command: bucketPolicy,
        },
      ),
    },
    {
      says: '`role trust policy`',
      next: {
        is: 'The role does not let you become it.',
        article: 'messages/trust-policy',
        example: 'trust-policy',
        command: trust,
      },
    },
    {
      says: '`permissions boundary`',
      next: byWords(boundary, {
        is: 'Your permissions boundary denies it.',
        article: 'messages/boundary-explicit',
        example: 'msg-boundary-deny',
        command: boundaryOfRole,
      }),
    },
    {
      says: '`session policy`',
      next: byWords(session, {
        is: 'The policy that was handed over when the session began denies it.',
        article: 'messages/session-explicit',
        example: 'msg-session-deny',
        command: caller,
      }),
    },
    {
      says: '`service control policy`',
      next: byWords(
        {
          is: 'At some level of your organization no service control policy allows it.',
          article: 'messages/scp-implicit',
          example: 'bill-member-scp-silent',
          command: scpsOf('SERVICE_CONTROL_POLICY'),
        },
        {
          is: 'A service control policy of your organization denies it.',
          article: 'messages/scp-explicit',
          example: 'msg-scp-named',
          command: scpsOf('SERVICE_CONTROL_POLICY'),
        },
      ),
    },
    {
      says: '`resource control policy`',
      next: {
        is: 'The organization that owns the resource denies it.',
        article: 'messages/rcp-explicit',
        example: 'pol-rcp-org-only',
        command: scpsOf('RESOURCE_CONTROL_POLICY'),
      },
    },
    {
      says: '`VPC endpoint policy`',
      next: byWords(
        {
          is: 'The private way from your network to AWS does not let it pass.',
          article: 'messages/vpc-endpoint-implicit',
          example: 'pol-endpoint-other-bucket',
          command: endpoints,
        },
        {
          is: 'The private way from your network to AWS denies it.',
          article: 'messages/vpc-endpoint-explicit',
          example: 'msg-endpoint-deny',
          command: endpoints,
        },
      ),
    },
  ],
}

const credentials: Question = {
  asks: 'What does it complain about?',
  answers: [
    {
      says: 'An expired token or session',
      next: {
        is: 'The session is over. Sign in again.',
        article: 'messages/expired-token',
        example: 'expired-token',
        command: caller,
      },
    },
    {
      says: 'A key, a token or a signature that is not valid',
      next: {
        is: 'AWS does not know the credentials, or they were mistyped.',
        article: 'messages/invalid-key',
        example: 'cred-invalid-key',
        command: 'aws configure list',
      },
    },
    {
      says: 'The time of the request',
      next: {
        is: 'Your computer’s clock is wrong by more than some minutes.',
        article: 'credentials/refused-credentials',
        example: 'msg-clock',
        command: 'date -u',
      },
    },
  ],
}

const limits: Question = {
  asks: 'What does it complain about?',
  answers: [
    {
      says: 'Too many requests: `Throttling`, `Rate exceeded`',
      next: {
        is: 'No permission is missing. AWS asks you to be slower.',
        article: 'messages/throttling',
        example: 'msg-throttled',
        command: 'aws service-quotas list-service-quotas --service-code SERVICE',
      },
    },
    {
      says: 'A limit, a quota, or a Region that is not enabled',
      next: {
        is: 'No permission is missing. The account has reached a limit, or the Region is switched off.',
        article: 'messages/opt-in-and-quota',
        example: 'msg-opt-in',
        command: 'aws account get-region-opt-status --region-name REGION',
      },
    },
  ],
}

const bucket: Question = {
  asks: 'Is the bucket in your own account?',
  run: 'aws s3api list-buckets --query "Buckets[].Name"',
  answers: [
    {
      says: 'No, another account owns it',
      next: {
        is: 'Both sides must say yes: the bucket’s policy, and a policy of yours.',
        article: 'policies/cross-account',
        example: 'cross-account-s3',
        command: bucketPolicy,
      },
    },
    {
      says: 'Yes, and I was listing it',
      next: {
        is: 'Listing is `s3:ListBucket` on the bucket’s own ARN, without `/*`.',
        article: 'policies/s3-bucket',
        example: 'case-of-object-arn',
        command: simulate,
      },
    },
    {
      says: 'Yes, and I was reading a file',
      next: {
        asks: 'Does listing work?',
        run: 'aws s3 ls s3://BUCKET/',
        answers: [
          {
            says: 'No',
            next: {
              is: 'The file may not be there at all: who may not list gets 403 instead of 404.',
              article: 'messages/not-found-403',
              example: 'pol-s3-missing-object',
              command: 'aws s3api get-object --bucket BUCKET --key KEY /dev/null',
            },
          },
          {
            says: 'Yes, and the file is encrypted with a KMS key',
            next: {
              is: 'The key is a gate of its own: you need `kms:Decrypt` on it too.',
              article: 'policies/kms-key',
              example: 'pol-kms-no-delegation',
              command: 'aws kms get-key-policy --key-id KEY-ARN --policy-name default --query Policy --output text',
            },
          },
          {
            says: 'Yes, and it is not',
            next: {
              is: 'Reading is `s3:GetObject` on the objects’ ARN, which ends with `/*`.',
              article: 'policies/s3-bucket',
              example: 'msg-head-object',
              command: 'aws s3api get-object --bucket BUCKET --key KEY /dev/null',
            },
          },
        ],
      },
    },
    {
      says: 'Yes, and I was writing a file',
      next: {
        is: 'The bucket’s policy may ask for something that your upload did not bring, mostly encryption.',
        article: 'policies/s3-bucket',
        example: 'cause-deny-encryption',
        command: bucketPolicy,
      },
    },
    {
      says: 'Yes, and I was making it public',
      next: {
        is: 'Block Public Access is on. It stands above the bucket’s policy.',
        article: 'policies/s3-bucket',
        example: 'cause-block-public-access',
        command: 'aws s3api get-public-access-block --bucket BUCKET',
      },
    },
  ],
}

const role: Question = {
  asks: 'Who wants to become the role?',
  answers: [
    {
      says: 'A person or a role of the same account',
      next: {
        is: 'The role’s trust policy must name you, or your account and a policy of yours.',
        article: 'messages/trust-policy',
        example: 'trust-policy',
        command: trust,
      },
    },
    {
      says: 'Somebody of another account',
      next: {
        is: 'Both sides must say yes: the role’s trust policy, and a policy of the caller.',
        article: 'roles/cross-account',
        example: 'role-assume-own-side',
        command: trust,
      },
    },
    {
      says: 'A pipeline: GitHub, GitLab and the like',
      next: {
        is: 'The token’s facts and the trust policy’s condition do not agree, mostly in `sub`.',
        article: 'roles/github-oidc',
        example: 'role-github-other-branch',
        command: trust,
      },
    },
    {
      says: 'A pod in EKS',
      next: {
        is: 'The service account and the trust policy’s condition do not agree.',
        article: 'roles/eks-irsa',
        example: 'role-eks-other-namespace',
        command: 'kubectl get serviceaccount NAME --namespace NAMESPACE --output yaml',
      },
    },
    {
      says: 'A service of AWS, such as Lambda',
      next: {
        is: 'The role’s trust policy must name the service.',
        article: 'roles/service-roles',
        example: 'pol-trust-service-typo',
        command: trust,
      },
    },
  ],
}

const boundaryOr = (run: string, otherwise: Question | End): Question => ({
  asks: 'Is a permissions boundary set?',
  run,
  answers: [
    { says: 'Yes, it prints an ARN', next: boundary },
    { says: 'No, it prints `null`', next: otherwise },
  ],
})

const onlyMe: Question = {
  asks: 'Who does AWS take you for?',
  run: caller,
  answers: [
    {
      says: '`…:user/NAME`',
      next: boundaryOr(boundaryOfUser, {
        asks: 'Did you sign in with a second factor?',
        answers: [
          { says: 'Yes', next: identity },
          {
            says: 'No',
            next: {
              is: 'Many accounts deny nearly everything without a second factor.',
              article: 'policies/mfa',
              example: 'mfa-deny',
              command: 'aws sts get-session-token --serial-number ARN-OF-THE-DEVICE --token-code CODE',
            },
          },
        ],
      }),
    },
    {
      says: '`…:assumed-role/AWSReservedSSO_…`',
      next: {
        is: 'A permission set of IAM Identity Center made your role. It is changed there, not in the account.',
        article: 'roles/identity-center',
        example: 'role-permission-set',
        command: 'aws iam list-attached-role-policies --role-name AWSReservedSSO_NAME',
      },
    },
    {
      says: '`…:assumed-role/…`, any other role',
      next: {
        asks: 'Was a policy handed over when the session began (`--policy`, `--policy-arns`)?',
        answers: [
          { says: 'Yes', next: session },
          { says: 'No, or I don’t know', next: boundaryOr(boundaryOfRole, identity) },
        ],
      },
    },
    {
      says: '`…:root`',
      next: {
        is: 'The root user needs no Allow. In a member account only the organization or the resource can stop it.',
        article: 'policies/scp',
        example: 'bill-close-account-scp',
        command: scpsOf('SERVICE_CONTROL_POLICY'),
      },
    },
    {
      says: 'Somebody else than I thought',
      next: {
        is: 'Your program found other credentials than you meant.',
        article: 'credentials/which-key-is-used',
        example: 'cred-other-user',
        command: 'aws configure list',
      },
    },
  ],
}

const everybody: Question = {
  asks: 'Whose is the resource that it is about?',
  answers: [
    {
      says: 'It belongs to this account, or there is none',
      next: {
        asks: 'Does the same call work in another Region?',
        answers: [
          {
            says: 'Yes',
            next: {
              is: 'A policy locks Regions, mostly one of the organization.',
              article: 'policies/region',
              example: 'scp-region-lock',
              command: scpsOf('SERVICE_CONTROL_POLICY'),
            },
          },
          {
            says: 'No, or it has no Region',
            next: {
              asks: 'Is the account a member of an organization?',
              run: 'aws organizations describe-organization --query Organization.MasterAccountId',
              answers: [
                {
                  says: 'Yes, it prints another account’s number',
                  next: {
                    is: 'A service control policy stops the whole account, its administrators too.',
                    article: 'policies/scp',
                    example: 'bill-savings-plan-scp',
                    command: scpsOf('SERVICE_CONTROL_POLICY'),
                  },
                },
                {
                  says: 'No (`AWSOrganizationsNotInUseException`), or it prints our own number',
                  next: {
                    is: 'The resource’s own policy shuts out everybody.',
                    article: 'messages/resource-explicit',
                    example: 'msg-bucket-deny-network',
                    command: bucketPolicy,
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      says: 'It belongs to another account of our organization',
      next: {
        is: 'Both sides must say yes: the resource’s policy, and a policy of the caller.',
        article: 'policies/cross-account',
        example: 'pol-cross-account-queue',
        command: trail,
      },
    },
    {
      says: 'It belongs to somebody else',
      next: {
        is: 'Their organization may keep strangers away, whatever the resource’s policy says.',
        article: 'policies/rcp',
        example: 'pol-rcp-org-only',
        command: scpsOf('RESOURCE_CONTROL_POLICY'),
      },
    },
  ],
}

const anotherTries: Question = {
  asks: 'Let an administrator of the account repeat the same call, from another network. Who is refused?',
  answers: [
    { says: 'Only I am', next: onlyMe },
    { says: 'Everybody, administrators too', next: everybody },
    {
      says: 'Everybody, but only from my network',
      next: {
        asks: 'Does your network have a VPC endpoint for this service?',
        run: endpoints,
        answers: [
          {
            says: 'Yes, it prints one',
            next: {
              is: 'The endpoint’s policy lets only some things pass.',
              article: 'policies/vpc-endpoint',
              example: 'pol-endpoint-other-bucket',
              command: endpoints,
            },
          },
          {
            says: 'No, it prints nothing',
            next: {
              is: 'A policy allows or denies by network address.',
              article: 'policies/network',
              example: 'pol-network-home',
              command: 'curl https://checkip.amazonaws.com',
            },
          },
        ],
      },
    },
    {
      says: 'Nobody else can try',
      next: {
        is: 'Then CloudTrail knows more: its event mostly holds the whole sentence.',
        article: 'messages/cloudtrail',
        example: 'msg-cloudtrail-lookup',
        command: trail,
      },
    },
  ],
}

const whoSays: Question = {
  asks: 'Who says “Access Denied”?',
  answers: [
    {
      says: 'Billing, Cost Management or Payments in the console',
      next: {
        asks: 'Does the page open for other people of your account who are not the root user?',
        answers: [
          {
            says: 'No, for nobody but the root user',
            next: {
              is: 'The root user has not activated IAM access to Billing. No policy helps before that.',
              article: 'billing/activate-iam-access',
              example: 'billing-not-activated',
              command:
                'aws ce get-cost-and-usage --time-period Start=2026-11-01,End=2026-11-02 --granularity DAILY --metrics UnblendedCost',
            },
          },
          {
            says: 'Yes',
            next: {
              is: 'Your policies lack an action that this page asks for.',
              article: 'billing/pages-and-actions',
              example: 'billing-get-widget',
              command: simulate,
            },
          },
        ],
      },
    },
    { says: 'S3: a bucket or a file', next: bucket },
    { says: 'A role that somebody wants to become, `sts:AssumeRole…`', next: role },
    { says: 'Another service or page of AWS', next: anotherTries },
    {
      says: '`kubectl`, or something in Kubernetes',
      next: {
        is: 'Kubernetes has permissions of its own, beside those of AWS.',
        article: 'messages/kubernetes-rbac',
        example: 'not-aws',
        command: 'kubectl auth can-i VERB KIND --namespace NAMESPACE',
      },
    },
    {
      says: 'A database, another cloud, a company’s proxy',
      next: {
        is: 'It is not AWS that refuses.',
        article: 'messages/other-clouds-and-databases',
        example: 'msg-database',
        command: caller,
      },
    },
  ],
}

/** Where everybody begins. */
export const whichGate: Question = {
  asks: 'What do you have?',
  answers: [
    { says: '“Access Denied”, “403” or “Forbidden”, and nothing else', next: whoSays },
    { says: 'A sentence with `because no … allows` or `with an explicit deny`', next: named },
    { says: 'A long text of letters: `Encoded authorization failure message`', next: encoded },
    { says: 'Something about a token, a key, a signature or the time', next: credentials },
    { says: 'Too many requests, a limit, or a Region that is not enabled', next: limits },
  ],
}
