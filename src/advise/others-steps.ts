import { parseArn } from '../iam/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'
import { allowStatement } from './fixes/allow-statement.ts'
import { recipientSteps } from './ses-recipient.ts'
import type { Situation } from './situation.ts'
import { whoPhrase } from './words.ts'

const told = messagesOf('others-steps', {
  otherAccount: 'If the resource is in another account, its policy must allow it, too',
  otherAccountText:
    'The accounts of the caller and of the resource are hidden in what you pasted, and not in the same way. If they’re two accounts, the resource’s owner must let {{who}} in as well, in the policy of the resource. AWS names only one side at a time.',
  otherAccountTextForOthers:
    'If the caller and the resource are in two accounts, the resource’s owner must let {{who}} in as well, in the policy of the resource.',
  subscribeOnce: 'Or have someone subscribe once for the account',
  subscribeOnceText:
    'Bedrock subscribes to a third-party model the first time that someone in the account calls it, with that caller’s permissions. If an administrator calls the model once, the others don’t need permissions of the Marketplace.',
  bothInOtherAccount: 'If the image is in another account, let that account’s policy allow both',
  bothInOtherAccountText:
    'The owner of the repository adds two statements to its policy: one for the account of the function, and one for lambda.amazonaws.com that is limited to that account’s functions with aws:SourceArn. Both allow ecr:BatchGetImage and ecr:GetDownloadUrlForLayer. Function and repository must be in one Region.',
})

/** Two hidden accounts that look different may be two. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
function otherAccountStep({ asked, masks, stated }: Situation): readonly Step[] {
  const owner = parseArn(asked?.request.resource ?? '')?.account
  // Words differ on purpose: "<ACCOUNT_A>". Of crosses, dots, and digits, people write now more, now fewer.
  const isHidden = (account: string | undefined): boolean =>
    masks.some(({ kind, standIn, text }) => kind === 'account' && standIn === account && /[a-wyz]/i.test(text))
  const areTwo = isHidden(owner) && isHidden(asked?.caller.account) && owner !== asked?.caller.account
  if (!areTwo || stated.policyType !== 'identity' || stated.effect === 'explicit-deny') return []
  const text = told('otherAccountText', { who: whoPhrase(asked) })
  const statement = asked && allowStatement('resource', asked)
  return [
    {
      title: told('otherAccount'),
      text,
      owner: 'resource owner',
      ...(statement ? { statement: JSON.stringify(statement, null, 2) } : {}),
    },
  ]
}

/** https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#configuration-images-permissions (2026-11-30) */
const ownersPart = ({ denial }: Situation): readonly Step[] =>
  denial.sentence?.id === 'lambda-ecr-image'
    ? [{ title: told('bothInOtherAccount'), text: told('bothInOtherAccountText'), owner: 'resource owner' }]
    : []

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html */
const someoneElse = ({ asked, stated }: Situation, paste: string): readonly Step[] =>
  asked?.service === 'aws-marketplace' && stated.effect !== 'explicit-deny' && /bedrock|model access/i.test(paste)
    ? [{ title: told('subscribeOnce'), text: told('subscribeOnceText'), owner: 'account administrator' }]
    : []

/** What someone else has to do as well: the owner of another account, or the person who runs the service there. `paste` is the part that's searched. */
export const othersSteps = (situation: Situation, paste: string): readonly Step[] => [
  ...otherAccountStep(situation),
  ...ownersPart(situation),
  ...recipientSteps(situation),
  ...someoneElse(situation, paste),
]
