import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { stepOf } from '../deed-steps.ts'
import { mfaDeed } from '../deeds/index.ts'
import { conditionOn, type Denying, denyingStatement } from '../denying.ts'
import { statementPhrase } from '../near-miss.ts'
import { whoPhrase } from '../words.ts'

const told = messagesOf('explicit-deny-mfa', {
  title: 'You called without MFA, and a policy denies that',
  titleForOthers: 'I called without MFA, and a policy denies that',
  explanation:
    '{{statement}} denies {{action}} to a session that did not sign in with multi-factor authentication. Access keys alone never have it. No Allow can outweigh this Deny, and it should stay.',
  mfaDeviceYet: 'Don’t have an MFA device yet?',
  mfaDeviceYetForOthers: 'If I don’t have an MFA device yet',
  mfaDeviceYetText:
    'Register one in the IAM console under Security credentials. If that is denied too, an administrator must let {{who}} manage its own MFA device by excluding the iam actions for it from the Deny.',
})

const keys = ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge']

/** A Deny for everyone who didn’t sign in with MFA. */
export const explicitDenyMfa = defineCause<Denying>({
  id: 'explicit-deny-mfa',
  article: 'policies/mfa',
  applies: (situation) => {
    const denying = denyingStatement(situation)
    return denying && conditionOn(denying.statement, ...keys) ? denying : undefined
  },
  explain: ({ situation, ref }) => ({
    title: told('title'),
    explanation: told('explanation', { statement: statementPhrase(ref), action: situation.asked.action }),
  }),
  steps: ({ situation }) => [
    stepOf(mfaDeed(situation.asked)),
    {
      title: told('mfaDeviceYet'),
      text: told('mfaDeviceYetText', { who: whoPhrase(situation.asked) }),
      owner: 'account administrator',
    },
  ],
  brings: () => ({ 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' }),
})
