import { defineCause } from '../cause.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { allowStatement } from '../fixes/allow-statement.ts'
import { type Evaluated, type FurtherCheck, isEvaluated } from '../situation.ts'
import { whoPhrase } from '../words.ts'

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
    title: `The call also ${also.does}, and the policies don’t allow ${asked.action}`,
    explanation: `The policies you gave allow ${also.of}. The call also ${also.does}: AWS checks that as ${asked.action}, and its message names only the operation.`,
    basis: 'experience',
  }),
  steps: ({ situation: { asked }, also }) => [
    {
      title: `Allow ${asked.action} to ${whoPhrase(asked)}`,
      text: 'An administrator adds the statement below, if the call is meant to do this.',
      owner: 'account administrator',
    },
    { title: 'Or do without it', text: also.without, owner: 'caller' },
  ],
  fixes: ({ situation }) => {
    const { asked } = situation
    const least = asked.standIns.has('resource') ? allowStatement('identity', asked) : undefined
    // Which object it was isn't known.
    const statement = least && { ...least, Resource: asked.request.resource.replace(/^([^/]+\/).*$/, '$1*') }
    const note = `It allows ${situation.asked.action}, in addition to what is there.`
    return allowIn(situation, {
      type: 'identity',
      note,
      statement,
      ifNew: `${note} Attach it to ${whoPhrase(situation.asked)}.`,
    })
  },
})
