import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { conditionOn, type Denying, denyingStatement } from '../denying.ts'
import { statementPhrase } from '../near-miss.ts'
import { shellWord } from '../shell-word.ts'
import { whoPhrase } from '../words.ts'

const told = messagesOf('explicit-deny-mfa', {
  title: 'You called without MFA, and a policy denies that',
  titleForOthers: 'I called without MFA, and a policy denies that',
  explanation:
    '{{statement}} denies {{action}} to a session that did not sign in with multi-factor authentication. Access keys alone never have it. No Allow can outweigh this Deny, and it should stay.',
  getSessionMfa: 'Get a session with MFA',
  getSessionMfaText:
    'Replace 123456 with the code of your device, and use the three returned values as your credentials. In the console, sign out and sign in again with MFA.',
  getSessionMfaTextForOthers:
    'I replace 123456 with the code of my device, and use the three returned values as my credentials.',
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
  steps: ({ situation }) => {
    const { caller } = situation.asked
    const serial = `arn:${caller.partition}:iam::${caller.account ?? '<ACCOUNT_ID>'}:mfa/${shellWord(caller.kind === 'user' ? caller.name : undefined, '<DEVICE_NAME>')}`
    return [
      {
        title: told('getSessionMfa'),
        text: told('getSessionMfaText'),
        owner: 'caller',
        command: `aws sts get-session-token --serial-number ${serial} --token-code 123456`,
      },
      {
        title: told('mfaDeviceYet'),
        text: told('mfaDeviceYetText', { who: whoPhrase(situation.asked) }),
        owner: 'account administrator',
      },
    ]
  },
  brings: () => ({ 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '60' }),
})
