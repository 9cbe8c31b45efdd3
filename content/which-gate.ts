// "Find the policy type that stopped you": questions for readers who have little more than "Access Denied". The page, its Markdown twin, and the tests use this data.

/** A question with at least two answers. Backticks mark code. */
export interface Question {
  readonly asks: string
  /** The command that finds the answer. */
  readonly run?: string
  readonly answers: readonly Answer[]
}

export interface Answer {
  readonly says: string
  readonly next: Question | End
}

/** Where a path of questions ends. */
export interface End {
  /** The cause, in one sentence. */
  readonly is: string
  /** The article: "messages/scp-explicit". */
  readonly article: string
  /** An example for the checker, by its name in content/examples. */
  readonly example: string
  /** The command that shows more. The reader replaces words in capitals. */
  readonly command: string
}

export const isEnd = (step: Question | End): step is End => 'article' in step

const trail =
  'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=<OPERATION> --max-results 10 --query "Events[].CloudTrailEvent" --output text'
const scpsOf = (filter: string): string =>
  `aws organizations list-policies-for-target --target-id <ACCOUNT_ID> --filter ${filter}`
const endpoints =
  'aws ec2 describe-vpc-endpoints --query "VpcEndpoints[].[VpcEndpointId,ServiceName,PolicyDocument]" --output text'
const bucketPolicy = 'aws s3api get-bucket-policy --bucket <BUCKET> --query Policy --output text'
const trust = 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument'
const boundaryOfUser = 'aws iam get-user --user-name <USER_NAME> --query User.PermissionsBoundary'
const boundaryOfRole = 'aws iam get-role --role-name <ROLE_NAME> --query Role.PermissionsBoundary'
const caller = 'aws sts get-caller-identity'
const simulate = 'aws iam simulate-principal-policy --policy-source-arn <ARN_OF_USER_OR_ROLE> --action-names <ACTION>'

const identity: End = {
  is: 'Most likely, none of your identity-based policies allows it.',
  article: 'messages/identity-implicit',
  example: 'billing-get-widget-no-policy',
  command: simulate,
}
const boundary: End = {
  is: 'A permissions boundary limits you. Your policies can’t grant what the boundary leaves out.',
  article: 'messages/boundary-implicit',
  example: 'silent-boundary',
  command: 'aws iam get-policy-version --policy-arn <ARN_OF_THE_BOUNDARY> --version-id v1',
}
const session: End = {
  is: 'The session policy, passed when the session started, doesn’t allow it.',
  article: 'messages/session-implicit',
  example: 'pol-session-narrow',
  command: caller,
}
const encoded: End = {
  is: 'The message contains the reason, encoded. Someone with `sts:DecodeAuthorizationMessage` can decode it.',
  article: 'messages/encoded-message',
  example: 'encoded-message',
  command:
    'aws sts decode-authorization-message --encoded-message <ENCODED_MESSAGE> --query DecodedMessage --output text',
}

/** The words before the policy type say whether the deny is implicit or explicit. */
const byWords = (implicit: End, explicit: End): Question => ({
  asks: 'Which words come before it?',
  answers: [
    { says: '`because no … allows`', next: implicit },
    { says: '`with an explicit deny in`', next: explicit },
  ],
})

const named: Question = {
  asks: 'Which policy type does the sentence name?',
  answers: [
    {
      says: '`identity-based policy`',
      next: byWords(
        { ...identity, is: 'None of your policies allows it.' },
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
          is: 'The resource-based policy of the bucket, queue, or key doesn’t allow you.',
          article: 'messages/resource-implicit',
          example: 'cross-account-s3',
          command: bucketPolicy,
        },
        {
          is: 'The resource-based policy of the bucket, queue, or key denies it.',
          article: 'messages/resource-explicit',
          example: 'msg-bucket-deny-network',
          command: bucketPolicy,
        },
      ),
    },
    {
      says: '`role trust policy`',
      next: {
        is: 'The role’s trust policy doesn’t let you assume it.',
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
        is: 'The session policy, passed when the session started, denies it.',
        article: 'messages/session-explicit',
        example: 'msg-session-deny',
        command: caller,
      }),
    },
    {
      says: '`service control policy`',
      next: byWords(
        {
          is: 'At one level of your organization, no service control policy allows it.',
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
          is: 'The VPC endpoint, your network’s private connection to AWS, doesn’t allow it.',
          article: 'messages/vpc-endpoint-implicit',
          example: 'pol-endpoint-other-bucket',
          command: endpoints,
        },
        {
          is: 'The VPC endpoint, your network’s private connection to AWS, denies it.',
          article: 'messages/vpc-endpoint-explicit',
          example: 'msg-endpoint-deny',
          command: endpoints,
        },
      ),
    },
  ],
}

const credentials: Question = {
  asks: 'What does the message mention?',
  answers: [
    {
      says: 'An expired token or session',
      next: {
        is: 'Your session expired. Sign in again.',
        article: 'messages/expired-token',
        example: 'expired-token',
        command: caller,
      },
    },
    {
      says: 'An invalid key, token, or signature',
      next: {
        is: 'AWS doesn’t recognize the credentials, or they contain a typo.',
        article: 'messages/invalid-key',
        example: 'cred-invalid-key',
        command: 'aws configure list',
      },
    },
    {
      says: 'The time of the request',
      next: {
        is: 'Your computer’s clock is off by more than a few minutes.',
        article: 'credentials/rejected-credentials',
        example: 'msg-clock',
        command: 'date -u',
      },
    },
  ],
}

const limits: Question = {
  asks: 'What does the message mention?',
  answers: [
    {
      says: 'Too many requests: `Throttling`, `Rate exceeded`',
      next: {
        is: 'No permission is missing. AWS asks you to send requests more slowly.',
        article: 'messages/throttling',
        example: 'msg-throttled',
        command: 'aws service-quotas list-service-quotas --service-code <SERVICE>',
      },
    },
    {
      says: 'A quota, or a Region that isn’t enabled',
      next: {
        is: 'No permission is missing. The account reached a quota, or the Region isn’t enabled.',
        article: 'messages/opt-in-and-quota',
        example: 'msg-opt-in',
        command: 'aws account get-region-opt-status --region-name <REGION>',
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
        is: 'Both sides must allow it: the bucket policy and one of your policies.',
        article: 'policies/cross-account',
        example: 'cross-account-s3',
        command: bucketPolicy,
      },
    },
    {
      says: 'Yes, and I tried to list it',
      next: {
        is: 'Listing needs `s3:ListBucket` on the bucket’s ARN, without `/*`.',
        article: 'policies/s3-bucket',
        example: 'case-of-object-arn',
        command: simulate,
      },
    },
    {
      says: 'Yes, and I tried to read a file',
      next: {
        asks: 'Does listing work?',
        run: 'aws s3 ls s3://<BUCKET>/',
        answers: [
          {
            says: 'No',
            next: {
              is: 'The file might not exist. Without permission to list the bucket, you get 403 instead of 404.',
              article: 'messages/not-found-403',
              example: 'pol-s3-missing-object',
              command: 'aws s3api get-object --bucket <BUCKET> --key <KEY> /dev/null',
            },
          },
          {
            says: 'Yes, and the file is encrypted with a KMS key',
            next: {
              is: 'You also need `kms:Decrypt` on the KMS key.',
              article: 'policies/kms-key',
              example: 'pol-kms-no-delegation',
              command: 'aws kms get-key-policy --key-id <KEY_ARN> --policy-name default --query Policy --output text',
            },
          },
          {
            says: 'Yes, and the file isn’t encrypted with one',
            next: {
              is: 'Reading needs `s3:GetObject` on the objects’ ARN, which ends with `/*`.',
              article: 'policies/s3-bucket',
              example: 'msg-head-object',
              command: 'aws s3api get-object --bucket <BUCKET> --key <KEY> /dev/null',
            },
          },
        ],
      },
    },
    {
      says: 'Yes, and I tried to upload a file',
      next: {
        is: 'The bucket policy might require something that your upload lacks, usually encryption.',
        article: 'policies/s3-bucket',
        example: 'cause-deny-encryption',
        command: bucketPolicy,
      },
    },
    {
      says: 'Yes, and I tried to make it public',
      next: {
        is: 'Block Public Access is on. It overrides the bucket policy.',
        article: 'policies/s3-bucket',
        example: 'cause-block-public-access',
        command: 'aws s3api get-public-access-block --bucket <BUCKET>',
      },
    },
  ],
}

const role: Question = {
  asks: 'Who tries to assume the role?',
  answers: [
    {
      says: 'A user or role in the same account',
      next: {
        is: 'The role’s trust policy must name you. If it names only your account, one of your policies must allow it, too.',
        article: 'messages/trust-policy',
        example: 'trust-policy',
        command: trust,
      },
    },
    {
      says: 'Someone in another account',
      next: {
        is: 'Both sides must allow it: the role’s trust policy and one of the caller’s policies.',
        article: 'roles/cross-account',
        example: 'role-assume-own-side',
        command: trust,
      },
    },
    {
      says: 'A CI pipeline, such as GitHub Actions or GitLab',
      next: {
        is: 'The token’s claims don’t match the trust policy’s condition, usually `sub`.',
        article: 'roles/github-oidc',
        example: 'role-github-other-branch',
        command: trust,
      },
    },
    {
      says: 'A pod in EKS',
      next: {
        is: 'The service account doesn’t match the trust policy’s condition.',
        article: 'roles/eks-irsa',
        example: 'role-eks-other-namespace',
        command: 'kubectl get serviceaccount NAME --namespace NAMESPACE --output yaml',
      },
    },
    {
      says: 'An AWS service, such as Lambda',
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
  asks: 'Which caller does AWS see?',
  run: caller,
  answers: [
    {
      says: '`…:user/<USER_NAME>`',
      next: boundaryOr(boundaryOfUser, {
        asks: 'Did you sign in with MFA?',
        answers: [
          { says: 'Yes', next: identity },
          {
            says: 'No',
            next: {
              is: 'Many accounts deny nearly everything without MFA.',
              article: 'policies/mfa',
              example: 'mfa-deny',
              command: 'aws sts get-session-token --serial-number <ARN_OF_THE_DEVICE> --token-code <CODE>',
            },
          },
        ],
      }),
    },
    {
      says: '`…:assumed-role/AWSReservedSSO_…`',
      next: {
        is: 'An IAM Identity Center permission set created your role. Change the permission set, not the role.',
        article: 'roles/identity-center',
        example: 'role-permission-set',
        command: 'aws iam list-attached-role-policies --role-name AWSReservedSSO_NAME',
      },
    },
    {
      says: '`…:assumed-role/…`, any other role',
      next: {
        asks: 'Was a session policy passed when the session started (`--policy`, `--policy-arns`)?',
        answers: [
          { says: 'Yes', next: session },
          { says: 'No, or I don’t know', next: boundaryOr(boundaryOfRole, identity) },
        ],
      },
    },
    {
      says: '`…:root`',
      next: {
        is: 'The root user doesn’t need an Allow. In a member account, only the organization or the resource can deny it.',
        article: 'policies/scp',
        example: 'bill-close-account-scp',
        command: scpsOf('SERVICE_CONTROL_POLICY'),
      },
    },
    {
      says: 'A different caller than I expected',
      next: {
        is: 'Your program found different credentials than you intended.',
        article: 'credentials/which-key-is-used',
        example: 'cred-other-user',
        command: 'aws configure list',
      },
    },
  ],
}

const everyone: Question = {
  asks: 'Who owns the resource?',
  answers: [
    {
      says: 'This account, or there’s no resource',
      next: {
        asks: 'Does the same call work in another Region?',
        answers: [
          {
            says: 'Yes',
            next: {
              is: 'A policy restricts Regions, usually an SCP of your organization.',
              article: 'policies/region',
              example: 'scp-region-lock',
              command: scpsOf('SERVICE_CONTROL_POLICY'),
            },
          },
          {
            says: 'No, or the service has no Regions',
            next: {
              asks: 'Is the account a member of an organization?',
              run: 'aws organizations describe-organization --query Organization.MasterAccountId',
              answers: [
                {
                  says: 'Yes, it prints another account’s ID',
                  next: {
                    is: 'A service control policy limits the whole account, including its administrators.',
                    article: 'policies/scp',
                    example: 'bill-savings-plan-scp',
                    command: scpsOf('SERVICE_CONTROL_POLICY'),
                  },
                },
                {
                  says: 'No (`AWSOrganizationsNotInUseException`), or it prints our own account ID',
                  next: {
                    is: 'The resource-based policy denies everyone.',
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
      says: 'Another account in our organization',
      next: {
        is: 'Both sides must allow it: the resource-based policy and one of the caller’s policies.',
        article: 'policies/cross-account',
        example: 'pol-cross-account-queue',
        command: trail,
      },
    },
    {
      says: 'Someone outside our organization',
      next: {
        is: 'Their organization might deny outside callers, even if the resource-based policy allows you.',
        article: 'policies/rcp',
        example: 'pol-rcp-org-only',
        command: scpsOf('RESOURCE_CONTROL_POLICY'),
      },
    },
  ],
}

const anotherTries: Question = {
  asks: 'Ask an administrator of the account to repeat the call from another network. Who is denied?',
  answers: [
    { says: 'Only I am', next: onlyMe },
    { says: 'Everyone, including administrators', next: everyone },
    {
      says: 'Everyone, but only from my network',
      next: {
        asks: 'Does your network have a VPC endpoint for this service?',
        run: endpoints,
        answers: [
          {
            says: 'Yes, it prints one',
            next: {
              is: 'The VPC endpoint policy allows only some requests.',
              article: 'policies/vpc-endpoint',
              example: 'pol-endpoint-other-bucket',
              command: endpoints,
            },
          },
          {
            says: 'No, it prints nothing',
            next: {
              is: 'A policy allows or denies by IP address.',
              article: 'policies/network',
              example: 'pol-network-home',
              command: 'curl https://checkip.amazonaws.com',
            },
          },
        ],
      },
    },
    {
      says: 'No one else can try',
      next: {
        is: 'CloudTrail has more. Its event usually contains the whole sentence.',
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
      says: 'Billing, Cost Management, or Payments in the console',
      next: {
        asks: 'Does the page open for other people in your account who aren’t the root user?',
        answers: [
          {
            says: 'No, only for the root user',
            next: {
              is: 'IAM access to Billing is turned off. Until the root user turns it on, no policy helps.',
              article: 'billing/activate-iam-access',
              example: 'billing-not-activated',
              command:
                'aws ce get-cost-and-usage --time-period Start=2026-11-01,End=2026-11-02 --granularity DAILY --metrics UnblendedCost',
            },
          },
          {
            says: 'Yes',
            next: {
              is: 'Your policies lack an action that this page needs.',
              article: 'billing/pages-and-actions',
              example: 'billing-get-widget',
              command: simulate,
            },
          },
        ],
      },
    },
    { says: 'S3: a bucket or a file', next: bucket },
    { says: 'Assuming a role: `sts:AssumeRole…`', next: role },
    { says: 'Another AWS service or console page', next: anotherTries },
    {
      says: '`kubectl`, or something in Kubernetes',
      next: {
        is: 'Kubernetes has its own permissions, in addition to AWS’s.',
        article: 'messages/kubernetes-rbac',
        example: 'not-aws',
        command: 'kubectl auth can-i VERB KIND --namespace NAMESPACE',
      },
    },
    {
      says: 'A database, another cloud, or a company proxy',
      next: {
        is: 'AWS didn’t deny this. Another system did.',
        article: 'messages/other-clouds-and-databases',
        example: 'msg-database',
        command: caller,
      },
    },
  ],
}

/** The first question. */
export const whichGate: Question = {
  asks: 'What do you have?',
  answers: [
    { says: '“Access Denied”, “403” or “Forbidden”, and nothing else', next: whoSays },
    { says: 'A sentence with `because no … allows` or `with an explicit deny`', next: named },
    { says: 'A long string of characters: `Encoded authorization failure message`', next: encoded },
    { says: 'Something about a token, a key, a signature, or the time', next: credentials },
    { says: 'Too many requests, a quota, or a Region that isn’t enabled', next: limits },
  ],
}
