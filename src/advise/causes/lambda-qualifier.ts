import { compile } from '../../evaluate/index.ts'
import { parseArn } from '../../iam/index.ts'
import { messagesOf, type Text } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { allowIn } from '../fixes/allow-in.ts'
import { completedWords, completions } from '../fixes/complete-resource.ts'
import type { NewStatement } from '../fixes/edit-policy.ts'
import { type Evaluated, hasGiven, isEvaluated } from '../situation.ts'
import { statementBelow } from '../words.ts'

const told = messagesOf('lambda-qualifier', {
  title: 'The policy names the function, but not the version or alias that was called',
  explanation:
    'The policies you gave allow {{action}} on {{arn}}. If the call named a version or an alias (a qualifier), AWS checks it against {{arn}}:QUALIFIER, and that name doesn’t match. The message can leave the qualifier out.',
  explanationForOthers:
    'The policies that I have allow {{action}} on {{arn}}. If the call named a version or an alias (a qualifier), AWS checks it against {{arn}}:QUALIFIER, and that name doesn’t match. The message can leave the qualifier out.',
  callNamedVersion:
    'The call named {{qualifier}}, a version or an alias of the function. AWS checks it against {{arn}}:{{qualifier}}; the policies you gave allow only {{arn}}.',
  callNamedVersionForOthers:
    'The call named {{qualifier}}, a version or an alias of the function. AWS checks it against {{arn}}:{{qualifier}}; the policies that I have allow only {{arn}}.',
  note: 'It allows the call on {{qualifier}} only. To allow all versions and aliases, end the ARN with “:*”.',
  seeWhetherCall: 'See whether the call has a qualifier',
  callFunctionPolicy: 'Call the function that the policy names',
  seeWhetherCallText:
    'Look for Qualifier, --qualifier, or a name such as my-function:live in the call, in an event source mapping, or in an API’s integration.',
  withoutQualifierCall:
    'Without the qualifier the call runs the latest unpublished code ($LATEST), and the policy allows that. Do this only if you don’t need the version or alias.',
  allowVersionsAliases: 'Allow the versions and aliases, too',
  allowVersionsAliasesText:
    'Add {{addition}} to the policy that names the function. To allow one alias only, put its name in the place of the star.',
  completedText:
    '{{statement}} gets {{needed}} next to {{written}}. To allow one alias only, put its name in the place of the star.',
  everyVersion:
    'It allows the call on every version and alias of this function. To allow one only, put its name in the place of the star.',
  namedVersion: 'the call named a version or an alias',
  functionsOwnPolicy: 'A function’s own policy belongs to one qualifier',
  functionsOwnPolicyText:
    'Permissions that were added without a qualifier don’t hold for a version or an alias. Add the permission again with the qualifier.',
})

interface Found {
  readonly situation: Evaluated
  /** The function's ARN without a qualifier. */
  readonly arn: string
  /** The version or alias that the message names; undefined where it leaves it out. */
  readonly qualifier: string | undefined
}

/**
 * A version and an alias of a Lambda function are resources of their own: a policy that names the function alone doesn't cover them.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html
 */
export const lambdaQualifier = defineCause<Found>({
  id: 'lambda-qualifier',
  article: 'policies/lambda-versions',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.asked.service !== 'lambda') return undefined
    const { effect } = situation.stated
    const path = parseArn(situation.asked.request.resource)?.resource
    const [, name, qualifier] = /^function:([\w-]{1,140})(?::([\w$-]{1,128}))?$/.exec(path ?? '') ?? []
    if (
      name === undefined ||
      effect === 'explicit-deny' ||
      !(hasGiven(situation, 'identity') || hasGiven(situation, 'resource'))
    )
      return undefined
    const { resource } = situation.asked.request
    const arn = qualifier === undefined ? resource : resource.slice(0, -qualifier.length - 1)
    const allows = (each: string): boolean => decide(situation, each) === 'allowed'
    return allows(arn) && !allows(`${arn}:${qualifier ?? someQualifier}`) ? { situation, arn, qualifier } : undefined
  },
  explain: ({ arn, qualifier, situation: { asked } }) => ({
    title: told('title'),
    explanation:
      qualifier === undefined
        ? told('explanation', { action: asked.action, arn })
        : told('callNamedVersion', { qualifier, arn }),
    basis: qualifier === undefined ? 'experience' : 'decision',
  }),
  steps: (found) => [...hiddenSteps(found), ...ownSteps(found)],
  fixes: function* ({ situation, arn, qualifier }) {
    if (qualifier !== undefined) {
      yield* completions(situation)
      yield* allowIn(situation, { type: 'identity', note: told('note', { qualifier }) })
      return
    }
    const assumes = { clause: told('namedVersion'), resource: `${arn}:${someQualifier}` }
    for (const draft of completions(withQualifier(situation, assumes.resource))) yield { ...draft, assumes }
    const statement = everyVersion(situation, arn)
    yield* allowIn(situation, { type: 'identity', note: told('everyVersion'), statement, assumes })
  },
})

/** Stands for the version or alias that the message leaves out. */
const someQualifier = 'QUALIFIER'

/** The situation of the call on a version or an alias: the statement that allows the function alone misses it by its ending. */
function withQualifier(situation: Evaluated, resource: string): Evaluated {
  const { asked, policies, given, reference } = situation
  const request = { ...asked.request, resource }
  const verdict = compile(policies, given.facts, reference).explain(request)
  return { ...situation, asked: { ...asked, request }, verdict }
}

const decide = ({ asked, policies, given, reference }: Evaluated, resource: string): Text =>
  compile(policies, given.facts, reference).decide({ ...asked.request, resource })

function hiddenSteps({ situation, arn, qualifier }: Found): readonly [Step, ...Step[]] {
  const completed = completedWords(withQualifier(situation, `${arn}:${someQualifier}`))
  const check: Step = {
    title: qualifier === undefined ? told('seeWhetherCall') : told('callFunctionPolicy'),
    text: qualifier === undefined ? told('seeWhetherCallText') : told('withoutQualifierCall'),
    owner: 'caller',
    command: `aws lambda list-aliases --function-name ${arn}`,
  }
  if (qualifier !== undefined) return [check]
  return [
    check,
    {
      title: told('allowVersionsAliases'),
      text: completed
        ? told('completedText', completed)
        : told('allowVersionsAliasesText', { addition: statementBelow }),
      owner: 'account administrator',
    },
  ]
}

const everyVersion = ({ asked }: Evaluated, arn: string): NewStatement => ({
  Sid: 'VersionsAndAliases',
  Effect: 'Allow',
  Action: asked.action,
  Resource: `${arn}:*`,
})

/** A function's own policy is kept per qualifier. https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
const ownSteps = ({ situation, qualifier }: Found): readonly Step[] =>
  hasGiven(situation, 'resource')
    ? [
        {
          title: told('functionsOwnPolicy'),
          text: told('functionsOwnPolicyText'),
          owner: 'account administrator',
          command: `aws lambda get-policy --function-name <FUNCTION_NAME> --qualifier ${qualifier ?? '<QUALIFIER>'}`,
        },
      ]
    : []
