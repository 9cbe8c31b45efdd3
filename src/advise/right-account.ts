import { messagesOf } from '../words/index.ts'
import type { Step } from './diagnosis.ts'

const told = messagesOf('right-account', {
  title: 'Check that you call from the right account',
  titleForOthers: 'Check that the call comes from the right account',
  text: 'Most operations of AWS Organizations work only in the management account or in a delegated administrator’s. Anywhere else AWS denies them whatever the policies allow. This prints the management account:',
})

/** What any account of an organization can call, and what accounts call about invitations. https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html */
const ofAnyAccount =
  /^(?:DescribeOrganization|DescribeEffectivePolicy|LeaveOrganization|CreateOrganization|ListHandshakesForAccount|\w{6,8}Handshake)$/

/** Calls of AWS Organizations that most accounts can’t make. */
export const rightAccountSteps = (action: string): readonly Step[] =>
  action.startsWith('organizations:') && !ofAnyAccount.test(action.slice('organizations:'.length))
    ? [
        {
          title: told('title'),
          text: told('text'),
          owner: 'caller',
          command: 'aws organizations describe-organization --query Organization.MasterAccountId',
        },
      ]
    : []
