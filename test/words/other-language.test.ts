// A translation is a file: with a language made up from the tables, no text of an answer is left outside its marks.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  billingTasks,
  billingView,
  collect,
  notSeen,
  outsideAccess,
  pathsToAdministrator,
  type Surroundings,
  survey,
  unusedPrincipals,
  whoCan,
} from '../../src/account/index.ts'
import { type Case, diagnose } from '../../src/advise/index.ts'
import { needlessStatements, noNewAccess } from '../../src/compare/index.ts'
import { readAll } from '../../src/denial/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { operatorNames, readOperator } from '../../src/iam/index.ts'
import { checks, lint, pathsInAccounts } from '../../src/lint/index.ts'
import { requiredServices } from '../../src/reference/index.ts'
import * as words from '../../src/words/index.ts'
import { account, allow, group, managed, policy, role, trusting, user } from '../account/build.ts'
import { allTables, leftInEnglish, markedLanguage } from './marked-language.ts'

test('every table is found, each under a name of its own', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const uses = files.flatMap((name) => [...readFileSync(`src/${name}`, 'utf8').matchAll(/= messagesOf\(\s*'([^']+)'/g)])
  const names = allTables.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(uses.map(([, name]) => name)))
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('a text outside the marks is found', () => {
  expect(
    leftInEnglish(['⟦It’s ⟧anyone', '⟦a⟧ and ⟦b⟧', '⟦On ⟧each of them', '⟦On ⟧`all of it`⟦.⟧ s3:Get arn:aws:x']),
  ).toHaveLength(3)
})

const examples = readdirSync('content/examples').filter((file) => file.endsWith('.yaml'))

test.each(examples)('explain: %s', async (file) => {
  const {
    title: _title,
    summary: _summary,
    expect: _expect,
    ...rest
  } = parse(readFileSync(`content/examples/${file}`, 'utf8'))
  const given: Case = { policies: [], ...rest }
  const reference = await loadReference(requiredServices([given.paste, ...given.policies.map(({ text }) => text)]))
  const { denial, verdict, cause, fixes, policies, notices } = diagnose(
    given,
    reference,
    readAll(given.paste),
    undefined,
    markedLanguage,
  )
  const gates = verdict?.gates ?? []
  expect(
    leftInEnglish([
      ...notices,
      cause.title,
      cause.explanation,
      ...cause.steps.flatMap(({ title, text }) => [title, text]),
      ...fixes.flatMap(({ title, note }) => [title, note]),
      words.certaintySentence(cause.certainty, markedLanguage),
      ...words.doubtLines(denial, markedLanguage),
      ...gates.flatMap((gate) => [words.gateSentence(gate, markedLanguage), words.gateName(gate, markedLanguage)]),
      ...gates.flatMap(({ statements }) =>
        statements.flatMap(({ elements, effect }) =>
          elements.map(({ reason }) => words.elementClause(reason, effect, markedLanguage)),
        ),
      ),
      ...(verdict?.notEvaluated ?? []).map((gap) => words.gapSentence(gap, markedLanguage)),
      ...policies.flatMap(({ problems }) =>
        problems.flatMap((problem) => {
          const { message, expected = '' } = words.problemWords(problem, markedLanguage)
          return [message, expected]
        }),
      ),
    ]),
  ).toEqual([])
})

test.each(checks.map((check) => [check.code, check] as const))('lint: %s', async (_, check) => {
  const { wrong: text, policyTypes, exampleOf: resourceType, group: asked } = check
  const [policyType = 'identity'] = policyTypes
  const reference = await loadReference(requiredServices([text]))
  const groups = asked ? [asked] : []
  const findings = lint({ text, policyType, resourceType, groups, reference, translation: markedLanguage })
  expect(findings.length).toBeGreaterThan(0)
  expect(leftInEnglish(findings.flatMap(({ message, fix }) => [message, fix?.title ?? '']))).toEqual([])
})

describe('compare', () => {
  const input = (name: string, ...statements: readonly object[]) =>
    ({ type: 'scp', name, document: policy(...statements) }) as const
  const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }
  const reader = input('old', read)

  test('what it comes to, and where', () => {
    const wider = input('new', { ...read, Action: 's3:*' })
    const found = noNewAccess({ type: 'scp', old: [reader], new: [wider] })
    const assumed = found.result === 'fail' ? found.examples.flatMap((example) => example.assumed) : []
    const [example] = found.result === 'fail' ? found.examples : []
    expect(assumed.length).toBeGreaterThan(0)
    expect(
      leftInEnglish([
        words.comparisonSentence('no-new-access', found, markedLanguage),
        words.comparisonSentence('equivalent', { result: 'pass' }, markedLanguage),
        ...(['variables', 'open-names', 'no-definition'] as const).map((because) =>
          words.comparisonSentence('not-public', { result: 'unknown', because }, markedLanguage),
        ),
        ...assumed.map(({ name = '' }) => words.assumptionClause(name, markedLanguage)),
        ...(example ? [words.exampleSentence(example.request, markedLanguage)] : []),
        words.exampleSentence(
          {
            principal: 'anonymous',
            action: 's3:GetObject',
            resource: 'r',
            context: { 'aws:a': ['1', '2'], 'aws:b': '3' },
          },
          markedLanguage,
        ),
      ]),
    ).toEqual([])
  })

  test('statements that change nothing', () => {
    const text = JSON.stringify(policy({ ...read, Action: 's3:*' }, read))
    const sentences = needlessStatements('identity', text, undefined).map((each) =>
      words.needlessSentence(each, markedLanguage),
    )
    expect(sentences).toHaveLength(1)
    expect(leftInEnglish(sentences)).toEqual([])
  })

  test('what a fix opens', () => {
    const grants = [
      { actions: 's3:Get*', resources: '*', conditions: 'Bool aws:a true', caller: 'arn:aws:iam::1:user/a' },
    ]
    const request = { principal: 'p', action: 's3:GetObject', resource: 'r' }
    expect(
      leftInEnglish([
        words.opensSentence({ is: 'exactly', grants }, markedLanguage),
        words.opensSentence(
          { is: 'more', grants, example: request, narrower: undefined, isUnsplit: true },
          markedLanguage,
        ),
        words.opensSentence({ is: 'unknown' }, markedLanguage),
        words.narrowerSentence({ text: '', grants, isCallAlone: true }, markedLanguage),
        words.narrowerSentence({ text: '', grants, isCallAlone: false }, markedLanguage),
      ]),
    ).toEqual([])
  })
})

test('account: every cell of the report, and what wasn’t seen', async () => {
  const listing = account(
    user('ann', { groups: ['payers'] }),
    user('ben', {
      inline: [
        policy({
          Effect: 'Allow',
          Action: 'budgets:*',
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        }),
      ],
    }),
    user('cat', { attached: ['Gone'] }),
    user('dan', { inline: [allow('iam:CreateAccessKey', 'arn:aws:iam::111122223333:user/eve')] }),
    user('eve', { attached: ['All'] }),
    user('fay', { inline: [allow('sts:AssumeRole', '*')] }),
    user('gus', { inline: [allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], '*')] }),
    group('payers', { inline: [allow(['payments:*', 'budgets:ViewBudget'], '*')] }),
    role('Admin', { attached: ['All'], trust: trusting('arn:aws:iam::111122223333:root') }),
    role('Partner', { trust: trusting('arn:aws:iam::444455556666:root') }),
    role('Lambda', {
      attached: ['All'],
      trust: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    }),
    managed('All', allow('*', '*')),
  )
  const collection = collect([
    { name: 'listing.json', text: JSON.stringify(listing) },
    { name: 'cut.json', text: '{"UserDetailList": [' },
    { name: 'other.json', text: '{"a": 1}' },
  ])
  const reference = await loadReference(
    requiredServices([
      ...billingTasks.flatMap(({ patterns }) => patterns),
      ...pathsInAccounts.flatMap(({ actions }) => actions),
    ]),
  )
  const surroundings: Surroundings = {
    policies: [
      {
        type: 'resource',
        target: 'arn:aws:s3:::b',
        document: policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }),
      },
    ],
    organization: undefined,
    facts: {},
    reference,
  }
  const surveyed = survey(collection.account, surroundings)
  const paths = pathsToAdministrator(surveyed, pathsInAccounts)
  const person = { name: 'gina', group: 'Controlling', isGroup: false }
  const parts = [
    words.billingPart(billingView(surveyed), () => [person, { ...person, isGroup: true }], markedLanguage),
    words.administratorsPart(paths, markedLanguage),
    words.outsidePart(outsideAccess(surveyed), markedLanguage),
    words.unusedPart(unusedPrincipals(collection.account, undefined, Date.UTC(2026, 0)), markedLanguage),
  ]
  expect(parts.slice(0, 3).map(({ lines }) => lines.length > 1)).toEqual([true, true, true])
  expect(new Set(paths.map(({ is }) => is))).toEqual(new Set(['administrator', 'chain', 'escalation']))
  const { answers, complete } = whoCan(surveyed, { action: 's3:GetObject', resource: '*' })
  expect(collection.unused).toHaveLength(2)
  expect(
    leftInEnglish([
      ...parts.flatMap(({ heading, about, lines }) => [heading, about, ...lines.flat()]),
      ...notSeen(surveyed, complete).map((each) => words.notSeenSentence(each, markedLanguage)),
      ...collection.unused.map(({ why }) => words.unusedWords(why, markedLanguage)),
      ...answers.flatMap(({ chain }) => (chain ? words.chainLabels(chain, markedLanguage) : [])),
    ]),
  ).toEqual([])
})

test('hovers: every element, operator, and key', () => {
  const operators = operatorNames.flatMap((name) => readOperator(name) ?? [])
  const explained = [...words.policyElementWords(markedLanguage).values(), words.variableWords(markedLanguage)].flatMap(
    ({ is, notes }) => [is, ...notes],
  )
  const ofOperators = [
    ...operators.map((operator) => words.operatorWords(operator, markedLanguage)),
    ...words.operatorParts.map((part) => words.operatorPartWords(part, markedLanguage)),
  ].flatMap(({ matches, notes }) => [matches, ...notes])
  const keys = words.explainedKeys.flatMap((name) => words.globalKeyLines({ name, multivalued: true }, markedLanguage))
  expect([explained.length, ofOperators.length, keys.length].map((count) => count > 30)).toEqual([true, true, true])
  expect(
    leftInEnglish([
      ...explained,
      ...ofOperators,
      ...keys,
      words.serviceKeySentence('Amazon S3', 'String', markedLanguage),
      ...words.principalKindWords(markedLanguage).values(),
      ...['*', '?', '$'].map((character) => words.escapeWords(character, markedLanguage) ?? ''),
      words.policyValueWords.matchedActions('Amazon S3', 1, 9, markedLanguage),
      words.policyValueWords.matchedActions('Amazon S3', 2, 9, markedLanguage),
      words.policyValueWords.limits('', '*', markedLanguage),
      words.policyValueWords.wholeAccount('1', markedLanguage),
    ]),
  ).toEqual([])
})
