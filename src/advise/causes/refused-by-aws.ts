import type { RuleCode } from '../../evaluate/index.ts'
import { messagesOf, ruleText, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { hasSteps, stepsFor } from '../denied-by-aws-steps.ts'
import { isEvaluated } from '../situation.ts'

const told = messagesOf('refused-by-aws', {
  title: 'AWS denies this whatever the policies say',
  nameReadersBucket: 'Name the readers in the bucket policy instead of everyone',
  nameReadersBucketText:
    'Block Public Access is a safety switch, and it should stay on. A policy that names accounts, users, or roles isn’t public and works with it.',
})

/** No policy denies this: AWS itself does, or an account setting. */
export const refusedByAws = defineCause<{
  readonly sentence: Text
  /** Undefined for S3 Block Public Access. */
  readonly code: RuleCode | undefined
}>({
  id: 'refused-by-aws',
  article: 'messages/which-gate',
  applies: (situation) => {
    const { stated } = situation
    // AWS’s message can name the caller’s policies even if no policy could allow the call.
    const isOwn =
      stated.policyType === undefined || (stated.policyType === 'identity' && stated.effect !== 'explicit-deny')
    if (!isEvaluated(situation) || !isOwn) return undefined
    for (const { kind, rule } of situation.verdict.missing) {
      if (!rule) continue
      if (kind === 's3-block-public-access') return { sentence: ruleText(rule), code: undefined }
      if (kind === 'aws' || hasSteps(rule.code)) return { sentence: ruleText(rule), code: rule.code }
    }
    return undefined
  },
  explain: ({ sentence }) => ({
    title: told('title'),
    explanation: sentence,
    basis: 'rule',
  }),
  steps: ({ code }) =>
    code === undefined
      ? [
          {
            title: told('nameReadersBucket'),
            text: told('nameReadersBucketText'),
            owner: 'resource owner',
          },
        ]
      : stepsFor(code),
})
