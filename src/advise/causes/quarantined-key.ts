import { defineCause } from '../cause.ts'
import type { Situation } from '../situation.ts'
import { whoPhrase } from '../words.ts'

/** AWS found the access key in public and attached its quarantine policy. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html */
export const quarantinedKey = defineCause<Situation>({
  id: 'quarantined-key',
  article: 'credentials/leaked-key',
  applies: (situation) => (isQuarantine(situation) ? situation : undefined),
  explain: ({ asked }) => ({
    title: 'AWS has put this user under quarantine: its access key leaked',
    explanation: `AWS found an access key of ${whoPhrase(asked)} in a public place and attached a policy that denies what thieves do first. No permission is missing.`,
  }),
  steps: () => [
    {
      title: 'Deactivate the key now',
      text: 'In the IAM console, open the user and deactivate, then delete its access keys. Make a new one only where one is needed.',
      owner: 'account administrator',
    },
    {
      title: 'See what was done with it',
      text: 'Look in CloudTrail, in all Regions, for calls that no one on your team made, and in Billing for costs that you don’t recognize.',
      owner: 'account administrator',
    },
    {
      title: 'Detach the quarantine policy last',
      text: 'Detach it only after every leaked key has stopped working.',
      owner: 'account administrator',
    },
  ],
})

const isQuarantine = ({ stated, blame, verdict }: Situation): boolean =>
  blame.effect === 'explicit-deny' &&
  [stated.policyArn ?? '', ...(verdict?.decidedBy ?? []).map(({ policy }) => policy)].some((name) =>
    name.includes('AWSCompromisedKeyQuarantine'),
  )
