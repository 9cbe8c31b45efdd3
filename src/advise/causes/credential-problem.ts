import { defineCause } from '../cause.ts'
import { articleInstead } from '../look-alike-articles.ts'

/** AWS does not know who calls: no policy was looked at. */
export const credentialProblem = defineCause({
  id: 'credential-problem',
  article: 'credentials/refused-credentials',
  applies: ({ denial, given }) => (denial.kind === 'credential-problem' && !given.action ? denial : undefined),
  explain: (denial) => ({
    ...articleInstead(denial),
    title: 'Your credentials were refused, not your permissions',
    explanation: `${denial.insteadOf ?? 'AWS could not tell from the keys or the token who you are.'} No policy was looked at, so no policy needs to change.`,
    basis: 'message',
  }),
  steps: () => [
    {
      title: 'See which identity your tools use',
      text: 'If this fails too, the credentials themselves are expired, incomplete or wrong. If it works, it shows who AWS takes you for.',
      owner: 'caller',
      command: 'aws sts get-caller-identity',
    },
    {
      title: 'Renew the credentials',
      text: 'Sign in again, or make new keys. Look for old keys in environment variables (AWS_ACCESS_KEY_ID, AWS_SESSION_TOKEN) and in ~/.aws/credentials: they win over newer ones. Check the clock of the machine as well: a wrong time spoils signatures.',
      owner: 'caller',
    },
  ],
})
