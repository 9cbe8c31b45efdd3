import type { RuleCode } from '../../evaluate/index.ts'
import { messagesOf, ruleText, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { hasSteps, stepsFor } from '../denied-by-aws-steps.ts'
import { isForeignLayer, versionStep } from '../layers.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'

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
  readonly situation: Evaluated
}>({
  id: 'refused-by-aws',
  article: 'messages/which-gate',
  applies: (situation) => {
    const { stated } = situation
    // AWS’s message can name the caller’s or the resource’s policies even if no policy could allow the call.
    const isOwn =
      stated.policyType === undefined || (stated.policyType === 'identity' && stated.effect !== 'explicit-deny')
    const ofResource =
      stated.policyType === 'resource' &&
      stated.effect !== 'explicit-deny' &&
      isEvaluated(situation) &&
      isForeignLayer(situation)
    if (!isEvaluated(situation) || !(isOwn || ofResource)) return undefined
    for (const { kind, rule } of situation.verdict.missing) {
      if (!rule || (ofResource && rule.code !== 'own-account-only')) continue
      if (kind === 's3-block-public-access') return { sentence: ruleText(rule), code: undefined, situation }
      if (kind === 'aws' || hasSteps(rule.code)) return { sentence: ruleText(rule), code: rule.code, situation }
    }
    return undefined
  },
  explain: ({ sentence }) => ({
    title: told('title'),
    explanation: sentence,
    basis: 'rule',
  }),
  steps: ({ code, situation }) =>
    code === undefined
      ? [
          {
            title: told('nameReadersBucket'),
            text: told('nameReadersBucketText'),
            owner: 'resource owner',
          },
        ]
      : code === 'own-account-only' && isForeignLayer(situation)
        ? [versionStep, ...stepsFor(code).slice(0, 1)]
        : stepsFor(code),
})
