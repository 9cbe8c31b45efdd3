import { findRetired, type RetiredAction } from '../../reference/index.ts'
import { isNonEmpty, type NonEmpty } from '../../text/index.ts'
import { messagesOf } from '../../words/index.ts'
import { defineCause } from '../cause.ts'
import type { Step } from '../diagnosis.ts'
import { type Evaluated, isEvaluated } from '../situation.ts'
import { listed, nameOf, whoPhrase } from '../words.ts'

const told = messagesOf('asked-retired-action', {
  title: 'AWS no longer checks {{action}}',
  nowChecksInstead: 'AWS now checks {{replacedBy}} instead.',
  agentWorksThrough:
    'An agent that works through an AWS MCP server needs the same permissions as a direct call, and nothing else.',
  explanation:
    'Allowing it changes nothing, so the message is an old one or comes from an old version of a tool. {{rest}}',
  makeCallAgain: 'Make the call again with a current version',
  makeCallAgainForOthers: '',
  makeCallAgainText:
    'Update the tool that printed the message, and paste the new message here: it names the action that AWS checks today.',
  allowAgentCalls: 'Allow what the agent calls',
  allowAgentCallsText:
    'To read a bucket through the AWS MCP server, the caller needs s3:GetObject, as without it. To keep agents out, deny actions where aws:ViaAWSMCPService is true: a Deny of a retired action stops nothing.',
  allowActionsReplaced: 'Allow {{who}} the actions that replaced it',
  allowActionsReplacedText: 'Add the ones that the page or the program uses.',
})

interface Found {
  readonly situation: Evaluated
  readonly retired: RetiredAction
}

/**
 * The message names an action that AWS has retired: allowing it changes nothing. China and GovCloud have schedules of their own.
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-whatis.html,
 * https://docs.aws.amazon.com/agent-toolkit/latest/userguide/security_iam_troubleshoot.html
 */
export const askedRetiredAction = defineCause<Found>({
  id: 'asked-retired-action',
  article: 'billing/retired-actions',
  applies: (situation) => {
    if (!isEvaluated(situation) || situation.asked.caller.partition !== 'aws') return undefined
    const retired = findRetired(situation.asked.action)
    return retired ? { situation, retired } : undefined
  },
  explain: ({ retired: { action, replacedBy } }) => ({
    title: told('title', { action }),
    explanation: told('explanation', {
      rest: isNonEmpty(replacedBy)
        ? told('nowChecksInstead', { replacedBy: listed(replacedBy.slice(0, 4)) })
        : told('agentWorksThrough'),
    }),
    basis: 'rule',
  }),
  steps: ({ situation, retired: { action, replacedBy } }) => {
    const again: Step = {
      title: told('makeCallAgain'),
      text: told('makeCallAgainText'),
      owner: 'caller',
    }
    return isNonEmpty(replacedBy) ? [allowReplacements(situation, action, replacedBy), again] : [again, withoutAgents]
  },
})

const withoutAgents: Step = {
  title: told('allowAgentCalls'),
  text: told('allowAgentCallsText'),
  owner: 'account administrator',
}

const allowReplacements = ({ asked }: Evaluated, action: string, replacedBy: NonEmpty<string>): Step => ({
  title: told('allowActionsReplaced', { who: whoPhrase(asked) }),
  text: told('allowActionsReplacedText'),
  owner: 'account administrator',
  statement: JSON.stringify(
    {
      Sid: `InsteadOf${nameOf(action).replaceAll(/[^A-Za-z0-9]/g, '')}`,
      Effect: 'Allow',
      Action: replacedBy,
      Resource: '*',
    },
    null,
    2,
  ),
})
