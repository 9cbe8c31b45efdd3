import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { type AllowIn, allowIn } from '../fixes/allow-in.ts'
import { allowStatement } from '../fixes/allow-statement.ts'
import { type Asked, type Evaluated, type FurtherCheck, isEvaluated } from '../situation.ts'
import { statementBelow, whoPhrase } from '../words.ts'

const told = messagesOf('further-check', {
  title: 'The call also {{does}}, and the policies don’t allow {{action}}',
  explanation:
    'The policies you gave allow {{of}}. The call also {{does}}: AWS checks that as {{action}}, and its message names only the operation.',
  explanationForOthers:
    'The policies that I have allow {{of}}. The call also {{does}}: AWS checks that as {{action}}, and its message names only the operation.',
  allow: 'Allow {{action}} to {{who}}',
  allowText: 'An administrator adds {{addition}}, if the call is meant to do this.',
  without: 'Or do without it',
  doWithout: 'Do without it',
  note: 'It allows {{action}}, in addition to what is there.',
  keyNote: 'It lets the caller encrypt with this key, and read the parts of large uploads back.',
  ifNew: '{{note}} Attach it to {{who}}.',
})

interface Found {
  readonly situation: Evaluated
  readonly also: FurtherCheck
}

/** The policies allow the operation, but not what the same call does besides. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
export const furtherCheckMissing = defineCause<Found>({
  id: 'further-check',
  article: 'policies/s3-bucket',
  applies: (situation) => {
    const { alsoChecked: also } = situation
    const isImplicit = situation.blame.effect !== 'explicit-deny'
    return also && isImplicit && isEvaluated(situation) && situation.verdict.decision !== 'allowed'
      ? { situation, also }
      : undefined
  },
  explain: ({ situation: { asked }, also }) => ({
    title: told('title', { does: also.does, action: asked.action }),
    explanation: told('explanation', { of: also.of, does: also.does, action: asked.action }),
    basis: 'experience',
    ...(asked.action === 'iam:PassRole' ? { article: 'roles/pass-role' } : {}),
  }),
  steps: ({ situation: { asked }, also }) => {
    const allow: Step = {
      title: told('allow', { action: asked.action, who: whoPhrase(asked) }),
      text: told('allowText', { addition: statementBelow }),
      owner: 'account administrator',
    }
    if (also.isDispensable) return [{ title: told('doWithout'), text: also.without, owner: 'caller' }]
    return [allow, { title: told('without'), text: also.without, owner: 'caller' }]
  },
  fixes: ({ situation, also }) => {
    if (also.isDispensable) return []
    const { asked } = situation
    const note = told(asked.service === 'kms' ? 'keyNote' : 'note', { action: asked.action })
    return allowIn(situation, {
      type: 'identity',
      note,
      ...statementFor(asked),
      ifNew: told('ifNew', { note, who: whoPhrase(asked) }),
    })
  },
})

/** A key gets both actions: large uploads are read back in parts. Which object it was isn't known. A role has to be named. */
function statementFor(asked: Asked): Pick<AllowIn, 'statement' | 'needed'> {
  const least = allowStatement('identity', asked)
  if (!least) return {}
  if (asked.action === 'kms:GenerateDataKey') {
    const needed = ['kms:Decrypt', 'kms:GenerateDataKey']
    return { statement: { ...least, Action: needed }, needed }
  }
  if (!asked.standIns.has('resource')) return {}
  const anyObject = asked.request.resource.replace(/^(arn:[\w-]+:s3:::[^/]+\/).*$/, '$1*')
  return { statement: asked.service === 's3' ? { ...least, Resource: anyObject } : least }
}
