// The whole call in one change: AWS names one missing permission at a time, so advice that follows its messages takes many rounds.
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { type MessageForm, ofCli, roundsByMessages, roundsUntilAllowed, simulatedCalls } from './simulator.ts'

const twoForms = await loadReference(['lex', 'greengrass'])
const byMessages = await Promise.all(simulatedCalls.map(roundsByMessages))
const byAdvice = await Promise.all(simulatedCalls.map((call) => roundsUntilAllowed(call)))

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

describe('rounds until AWS allows a call, for one person who starts with no permissions', () => {
  it('124 operations with four checks each on average', () => {
    expect(simulatedCalls).toHaveLength(124)
    expect(sum(simulatedCalls.map(({ checks }) => checks.length))).toBe(491)
  })

  it('AWS’s messages alone take four rounds on average, and 12 at most', () => {
    // For a function URL, AWS names only one of the two actions that it needs: its messages alone don't lead there.
    const ended = byMessages.filter(Number.isFinite)
    expect([ended.length, sum(ended), Math.max(...ended)]).toEqual([123, 488, 12])
  })

  it('the proposed change takes one', () => {
    const slower = simulatedCalls.flatMap(({ operation }, i) => (byAdvice[i] === 1 ? [] : [[operation, byAdvice[i]]]))
    expect(slower).toEqual([])
  })

  it.each([
    'RunInstances',
    'CreateAutoScalingGroup',
    'PutObject with SSE-KMS',
    'GetObject of an SSE-KMS',
    'Lambda CreateFunction',
    'CreateEventSourceMapping',
    'ECS RunTask',
    'ECS CreateService',
    'EKS CreateCluster',
    'Redshift CreateCluster',
    'CreateStack',
    'StartQueryExecution',
    'CreateDBInstance',
    'CreateTable',
    'CreateStateMachine',
    'CreatePipeline',
    'CreateTrainingJob',
    'docker pull',
    'StartSession',
    'ChangeResourceRecordSets',
  ])('%s is among them', (name) => {
    expect(simulatedCalls.some(({ operation }) => operation.includes(name))).toBe(true)
  })
})

/** How the SDKs print the names of services that differ from their prefixes. https://github.com/aws/aws-sdk-go-v2/tree/main/service (2026-11-28) */
const goNames: ReadonlyMap<string, string> = new Map([
  ['emr-serverless', 'EMR Serverless'],
  ['redshift-data', 'Redshift Data'],
  ['elasticloadbalancing', 'Elastic Load Balancing v2'],
  ['elasticmapreduce', 'EMR'],
  ['states', 'SFN'],
])

/** What tools print: the operation is named by the AWS CLI, by Go and Terraform, by a stack trace of the SDK for JavaScript, and by CloudTrail. */
const forms: readonly MessageForm[] = [
  ofCli,
  (operation, service, message) =>
    operation === undefined
      ? message
      : `Error: creating it: operation error ${goNames.get(service) ?? service}: ${operation}, https response error StatusCode: 403, RequestID: 0a1b, api error AccessDeniedException: ${message}`,
  (operation, service, message) =>
    operation === undefined
      ? message
      : `AccessDeniedException: ${message}\n    at de_${operation}CommandError (/app/node_modules/@aws-sdk/client-${service}/dist-cjs/index.js:2233:21)`,
  (operation, service, message) =>
    JSON.stringify({
      eventSource: `${service}.amazonaws.com`,
      eventName: operation,
      errorCode: 'AccessDenied',
      errorMessage: message,
    }),
]

describe('a denial in the middle of a call, when what AWS checks before is allowed already', () => {
  it('takes one round, whichever tool names the operation around it', async () => {
    const middle = simulatedCalls.filter(({ checks }) => checks.length > 2)
    const counts = await Promise.all(
      middle.map((call, i) => roundsUntilAllowed(call, Math.floor(call.checks.length / 2), forms[i % forms.length])),
    )
    const slower = middle.flatMap(({ operation }, i) => ((counts[i] ?? 0) > 1 ? [[operation, counts[i]]] : []))
    expect([counts.length, slower]).toEqual([100, []])
  })

  it('takes one round at every place of the longest calls', async () => {
    const longest = simulatedCalls.filter(({ checks }) => checks.length > 8)
    const places = longest.flatMap((call) => call.checks.slice(1).map((_, i) => [call, i + 1] as const))
    const counts = await Promise.all(places.map(([call, from]) => roundsUntilAllowed(call, from)))
    expect(Math.max(...counts)).toBe(1)
  })
})

// Version 1 and version 2 of a service write the ARNs of one type in two ways. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlexv2.html
describe('a type whose ARNs have two forms', () => {
  const lex = 'arn:aws:lex:us-east-1:111122223333'
  const greengrass = 'arn:aws:greengrass:us-east-1:111122223333'
  it.each<[action: string, denied: string | undefined, resources: readonly string[]]>([
    ['lex:CreateBot', `${lex}:bot/ABCDE12345`, [`${lex}:bot/ABCDE12345`, `${lex}:bot-alias/ABCDE12345/*`]],
    ['lex:CreateBot', `${lex}:bot:Order`, [`${lex}:bot:Order`, `${lex}:bot:Order:*`]],
    ['lex:CreateBot', `${lex}:bot-alias/ABCDE12345/T1`, [`${lex}:bot-alias/ABCDE12345/T1`, `${lex}:bot/ABCDE12345`]],
    ['lex:DescribeBotChannel', undefined, [`${lex}:bot/<BOT_ID>`]],
    ['greengrass:GetDeployment', undefined, [`${greengrass}:deployments:<DEPLOYMENT_ID>`]],
    [
      'greengrass:CancelDeployment',
      `${greengrass}:/greengrass/groups/g/deployments/d`,
      [`${greengrass}:/greengrass/groups/g/deployments/d`],
    ],
  ])('%s on %s', (action, denied, resources) => {
    const on = denied === undefined ? '' : ` on resource: ${denied}`
    const why = `because no identity-based policy allows the ${action} action`
    const paste = `User: arn:aws:iam::111122223333:user/dev is not authorized to perform: ${action}${on} ${why}`
    const [fix] = diagnose({ paste, policies: [] }, twoForms).fixes
    const statements: readonly { readonly Resource: string }[] = JSON.parse(fix?.after ?? '').Statement
    expect(statements.map(({ Resource }) => Resource)).toEqual(resources)
  })
})
