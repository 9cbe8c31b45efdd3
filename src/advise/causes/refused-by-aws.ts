import { ruleSentence } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'

/** No policy refuses this: AWS does, or a switch of the account. */
export const refusedByAws = defineCause<{
  situation: Evaluated
  sentence: string
  kind: 'aws' | 's3-block-public-access'
}>({
  id: 'refused-by-aws',
  article: 'messages/which-gate',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.stated.policyType) return undefined
    for (const { kind, rule } of situation.verdict.missing) {
      if (rule && (kind === 'aws' || kind === 's3-block-public-access'))
        return { situation, sentence: ruleSentence(rule), kind }
    }
    return undefined
  },
  explain: ({ sentence }) => ({
    title: 'AWS refuses this whatever the policies say',
    explanation: sentence,
    basis: 'rule',
  }),
  steps: ({ kind }) => [
    kind === 'aws'
      ? {
          title: 'Do it another way',
          text: 'No policy can allow this. Use a role in the same account, a key or role of your own, or an IAM user or role instead of the root user, as the case may be.',
          owner: 'caller',
        }
      : {
          title: 'Name the readers in the bucket policy instead of everybody',
          text: 'Block Public Access is a safety switch, and it should stay on. A policy that names accounts, users or roles is not public and works with it.',
          owner: 'resource owner',
        },
  ],
})
