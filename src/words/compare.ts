import type { Comparison, NeedlessStatement, Question } from '../compare/index.ts'
import type { Request } from '../evaluate/index.ts'
import { inTurn, listOf, messagesOf, quote, type Translation, write } from './messages.ts'

const outcomes = messagesOf('comparison-outcomes', {
  'no-new-access-pass': 'Proven: the new version allows no request that the old version doesn’t allow.',
  'no-new-access-fail': 'The new version allows requests that the old version doesn’t.',
  'not-granted-pass': 'Proven: none of this access is granted.',
  'not-granted-fail': 'Some of this access is granted.',
  'not-public-pass':
    'Not public: no statement allows access to everyone, as AWS defines public for this type of resource.',
  'not-public-fail':
    'The policy is public: it allows access to everyone, as AWS defines public for this type of resource.',
  'equivalent-pass': 'Proven: both versions allow the same requests.',
  'equivalent-fail': 'The two versions don’t allow the same requests.',
})

const unknown = messagesOf('comparison-unknown', {
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
})

/** What a comparison came to: a sentence with its full stop. */
export const comparisonSentence = (
  check: Question['check'],
  comparison: Comparison,
  translation?: Translation,
): string =>
  write(
    comparison.result === 'unknown' ? unknown(comparison.because) : outcomes(`${check}-${comparison.result}`),
    translation,
  )

const example = messagesOf('public-example', {
  anyone: 'Anyone without AWS credentials',
  caller: '`{{principal}}`, for example,',
  found: '{{who}} can perform `{{action}}` on `{{resource}}` {{keys}}. That’s proven.',
  keys: 'with {{keys}}',
  key: '`{{key}}` = {{values}}',
})

/** A request that a public policy allows: a sentence with its full stop. */
export function exampleSentence(
  { principal, action, resource, context = {} }: Request,
  translation?: Translation,
): string {
  const keys = Object.entries(context).map(([key, value]) =>
    example('key', {
      key,
      values: inTurn(
        [value].flat().map((each) => quote(String(each))),
        ', ',
      ),
    }),
  )
  const who = principal === 'anonymous' ? example('anyone') : example('caller', { principal })
  return write(
    example('found', { who, action, resource, keys: keys.length > 0 ? example('keys', { keys: listOf(keys) }) : '' }),
    translation,
  )
}

/** By the names of the policies that replace what wasn't given. */
const assumptions = messagesOf('assumptions', {
  'assumed: the caller may do everything': 'the caller may do everything',
  'assumed: the caller may use every key': 'the caller may use every key',
  'assumed: the role trusts everyone': 'the role trusts everyone',
  'assumed: everyone may': 'everyone may',
  'assumed: the session policy allows everything': 'the session policy allows everything',
  'assumed: the role leaves it to the account': 'the role leaves it to the account',
  'assumed: the key leaves it to the account': 'the key leaves it to the account',
})

/** What a policy assumes that takes part in an example, by its name: a clause such as "the caller may do everything". */
export const assumptionClause = (name: string, translation?: Translation): string =>
  isAssumption(name) ? write(assumptions(name), translation) : name

const isAssumption = (name: string): name is keyof typeof assumptions.messages =>
  Object.hasOwn(assumptions.messages, name)

const needless = messagesOf('needless-statements', {
  denied:
    'This statement allows nothing: the Deny statements of this policy deny all of it. That’s proven for every request. Make the Deny statements narrower, or remove this statement.',
  allowed:
    'The other statements of this policy allow everything that this statement allows. That’s proven for every request. Remove it, so that a later change isn’t made in one place only.',
  alsoDenied:
    'The other statements of this policy deny everything that this statement denies. That’s proven for every request. Remove it, so that a later change isn’t made in one place only.',
})

/** Why a statement changes nothing: sentences with their full stops. */
export const needlessSentence = (
  { why, effect }: Pick<NeedlessStatement, 'why' | 'effect'>,
  translation?: Translation,
): string => write(needless(why === 'denied' ? 'denied' : effect === 'Allow' ? 'allowed' : 'alsoDenied'), translation)
