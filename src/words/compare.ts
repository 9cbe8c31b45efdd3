import type { Comparison, NeedlessStatement, Question, UnknownReason } from '../compare/index.ts'
import type { Request } from '../evaluate/index.ts'

/** What a comparison came to: a sentence with its full stop. */
export function comparisonSentence(check: Question['check'], comparison: Comparison): string {
  if (comparison.result === 'unknown') return unknownSentence(comparison.because)
  return outcomes[check][comparison.result]
}

const outcomes: Readonly<Record<Question['check'], Readonly<Record<'pass' | 'fail', string>>>> = {
  'no-new-access': {
    pass: 'Proven: the new version allows no request that the old version doesn’t allow.',
    fail: 'The new version allows requests that the old version doesn’t.',
  },
  'not-granted': {
    pass: 'Proven: none of this access is granted.',
    fail: 'Some of this access is granted.',
  },
  'not-public': {
    pass: 'Not public: no statement allows access to everyone, as AWS defines public for this type of resource.',
    fail: 'The policy is public: it allows access to everyone, as AWS defines public for this type of resource.',
  },
  equivalent: {
    pass: 'Proven: both versions allow the same requests.',
    fail: 'The two versions don’t allow the same requests.',
  },
}

/** Why nothing is proven: a sentence with its full stop. */
const unknownSentence = (reason: UnknownReason): string => reasons[reason]

const reasons: Readonly<Record<UnknownReason, string>> = {
  'too-many-combinations':
    'Unknown: the statements can match in too many combinations to compare them all, and none that was tried shows a difference.',
  'too-many-values':
    'Unknown: the patterns can match in too many ways to try them all, and no value that was tried shows a difference.',
  variables:
    'Unknown: policy variables occur in several places, and no value that was tried for them shows a difference.',
  'related-keys':
    'Unknown: condition keys whose values depend on each other or on the resource take part, and no combination that can occur shows a difference.',
  'open-names':
    'Unknown: a policy contains names that are filled in later, such as Terraform variables, and their values can change the answer.',
  'examples-not-confirmed':
    'Unknown: by their statements alone the versions differ, but no request that was tried is decided differently once AWS’s other rules apply.',
  'unreadable-policy':
    'Unknown: a policy can’t be read. It must be valid JSON with a Statement element. Run lint on it for details.',
  'no-definition': 'Unknown: AWS doesn’t define public access for this type of resource.',
}

/** A request that a public policy allows: a sentence with its full stop. */
export function exampleSentence({ principal, action, resource, context = {} }: Request): string {
  const who = principal === 'anonymous' ? 'Anyone without AWS credentials' : `\`${principal}\`, for example,`
  const keys = Object.entries(context).map(
    ([key, value]) =>
      `\`${key}\` = ${[value]
        .flat()
        .map((each) => `\`${each}\``)
        .join(', ')}`,
  )
  const when = keys.length > 0 ? ` with ${keys.join(' and ')}` : ''
  return `${who} can perform \`${action}\` on \`${resource}\`${when}. That’s proven.`
}

/** Why a statement changes nothing: sentences with their full stops. */
export function needlessSentence({ why, effect }: Pick<NeedlessStatement, 'why' | 'effect'>): string {
  if (why === 'denied')
    return 'This statement allows nothing: the Deny statements of this policy deny all of it. That’s proven for every request. Make the Deny statements narrower, or remove this statement.'
  const verb = effect === 'Allow' ? 'allow' : 'deny'
  return `The other statements of this policy ${verb} everything that this statement ${verb === 'allow' ? 'allows' : 'denies'}. That’s proven for every request. Remove it, so that a later change isn’t made in one place only.`
}
