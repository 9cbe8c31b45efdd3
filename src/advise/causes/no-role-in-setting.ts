import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'

const told = messagesOf('no-role-in-setting', {
  title: 'The setting {{setting}} names no role',
  explanation:
    'It holds {{written}}, and only a role can be assumed. So the program doesn’t get the role: it stops, or it goes on with other credentials, such as those of the machine or node that it runs on.',
  putRole: 'Put the ARN of a role there',
  putRoleText:
    'A role’s ARN reads arn:aws:iam::<ACCOUNT_ID>:role/<ROLE_NAME>. A policy takes effect when it’s attached to that role. Afterward, start the program or the pod again.',
})

/** A setting that names what to assume, and holds the ARN of something else. */
interface Found {
  readonly setting: string
  /** What the setting holds. */
  readonly written: string
}

/** Settings of the AWS CLI, SDKs, Terraform, GitHub's action, and service accounts of Amazon EKS. */
const roleSetting =
  /(?<![\w-])(eks\.amazonaws\.com\/role-arn|role-to-assume|role_arn|AWS_ROLE_ARN)["']?\s{0,4}[:=]\s{0,4}["']?(arn:aws[\w-]{0,10}:(?:iam|sts)::[^\s"',/]{0,40}:(?:policy|user|group|instance-profile|assumed-role)\/[^\s"',]{1,200})/
/** Longer texts don't hold more settings of the same program. */
const longest = 20_000

/** What the paste's settings name as the role to assume isn't one. https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export const noRoleInSetting = defineCause<Found>({
  id: 'no-role-in-setting',
  article: 'roles/eks-irsa',
  applies: ({ denial: { kind }, given }) => {
    if (kind !== 'access-denied' && kind !== 'encoded-authorization-failure') return undefined
    const [, setting, written] = roleSetting.exec(given.paste.slice(0, longest)) ?? []
    return setting === undefined || written === undefined ? undefined : { setting, written }
  },
  explain: ({ setting, written }) => ({
    title: told('title', { setting }),
    explanation: told('explanation', { written }),
    basis: 'experience',
  }),
  steps: () => [
    {
      title: told('putRole'),
      text: told('putRoleText'),
      owner: 'caller',
      command: "aws iam list-roles --query 'Roles[].Arn'",
    },
  ],
})
