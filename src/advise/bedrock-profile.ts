import { messagesOf } from '../words/index.ts'
import type { Situation } from './situation.ts'
import type { Reason } from './usual-reason.ts'

const told = messagesOf('bedrock-profile', {
  everyRegion: 'Allow the model in every Region of the inference profile',
  everyRegionText:
    'The call used the inference profile {{profile}}, which sends calls to several Regions, this time to {{region}}. AWS checks the model in the Region that answers, so a policy that names one Region fails now and then. This statement allows the model wherever the profile sends the call, and only through the profile. The profile itself must be allowed, too.',
})

/** How much of a paste is searched. */
const mostText = 20_000

/** A model in a Region, as AWS checks it behind an inference profile. */
const model = /^arn:([^:]+):bedrock:([a-z0-9-]+)::foundation-model\/([\w.:-]+)$/

/** "eu.anthropic.claude-…": the profile that the paste or a policy names for this model; undefined where none does. */
function profileOf({ asked, given, policies }: Situation): string | undefined {
  const [, , , name] = model.exec(asked?.request.resource ?? '') ?? []
  if (name === undefined || !asked?.action.startsWith('bedrock:Invoke')) return undefined
  const texts = [given.paste.slice(0, mostText), ...policies.map(({ text }) => text.slice(0, mostText))]
  for (const text of texts) {
    const at = text.indexOf(`.${name}`)
    const [area] =
      at < 0 ? [] : (/(?:us|eu|apac|jp|au|ca|us-gov|global)$/.exec(text.slice(Math.max(0, at - 8), at)) ?? [])
    if (area !== undefined) return `${area}.${name}`
  }
  return undefined
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html (2026-11-30) */
export const throughProfile: Reason = {
  applies: (situation) => situation.stated.effect !== 'explicit-deny' && profileOf(situation) !== undefined,
  step: (situation) => {
    const { asked } = situation
    const profile = profileOf(situation) ?? ''
    const [, partition = 'aws', region = '', name = ''] = model.exec(asked?.request.resource ?? '') ?? []
    const account = asked?.caller.account ?? '<ACCOUNT_ID>'
    return {
      title: told('everyRegion'),
      text: told('everyRegionText', { profile, region }),
      owner: 'account administrator',
      statement: JSON.stringify(
        {
          Effect: 'Allow',
          Action: asked?.action,
          Resource: `arn:${partition}:bedrock:*::foundation-model/${name}`,
          Condition: {
            StringLike: {
              'bedrock:InferenceProfileArn': `arn:${partition}:bedrock:*:${account}:inference-profile/${profile}`,
            },
          },
        },
        null,
        2,
      ),
    }
  },
}
