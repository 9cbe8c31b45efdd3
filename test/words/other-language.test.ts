// A translation is a file: with a language made up from the tables, no text of an answer is left outside its marks.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ruleSections } from '../../content/rules/index.ts'
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
import { type Case, diagnose, readGivenPolicies, report, requestText, sortPaste } from '../../src/advise/index.ts'
import { grantOf } from '../../src/advise/opened.ts'
import { needlessStatements, noNewAccess } from '../../src/compare/index.ts'
import { readAll } from '../../src/denial/index.ts'
import type { Verdict } from '../../src/evaluate/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { operatorNames, readOperator, readPolicy } from '../../src/iam/index.ts'
import { checks, lint, pathsInAccounts } from '../../src/lint/index.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { languagesFor } from '../../src/session/languages.ts'
import * as words from '../../src/words/index.ts'
import { account, allow, group, managed, policy, role, trusting, user } from '../account/build.ts'
import { ask } from '../evaluate/scenario.ts'
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

const sentencesOf = ({ gates, notEvaluated }: Pick<Verdict, 'gates' | 'notEvaluated'>): readonly string[] => [
  ...gates.flatMap((gate) => [words.gateSentence(gate, markedLanguage), words.gateName(gate, markedLanguage)]),
  ...gates.flatMap(({ statements }) =>
    statements.flatMap(({ elements, effect }) =>
      elements.map(({ reason }) => words.elementClause(reason, effect, markedLanguage)),
    ),
  ),
  ...notEvaluated.map((gap) => words.gapSentence(gap, markedLanguage)),
]

test.each(ruleSections.flatMap(({ rules }) => rules.map((rule) => [rule.number, rule] as const)))(
  'evaluate: rule %i',
  async (_, { cases }) => {
    const reference = await loadReference()
    for (const [title, scenario] of cases)
      expect(leftInEnglish(sentencesOf(ask(scenario, reference))), title).toEqual([])
  },
)

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
  const answer = diagnose(given, reference, readAll(given.paste), undefined, markedLanguage)
  const { denial, verdict, cause, fixes, policies, notices } = answer
  const [letter = ''] = requestText(answer, markedLanguage).split(/\n[[{]/)
  const told = report(answer, { engine: '1', data: undefined }, markedLanguage).replaceAll(/(`{3,})[\s\S]*?\1/g, '')
  expect(
    leftInEnglish([
      ...notices,
      cause.title,
      cause.explanation,
      ...cause.steps.flatMap(({ title, text }) => [title, text]),
      ...fixes.flatMap(({ title, note }) => [title, note]),
      // A command is the same in every language.
      ...letter.split('\n').filter((line) => !line.startsWith('  ')),
      ...told.split('\n'),
      words.certaintySentence(cause.certainty, markedLanguage),
      ...words.doubtLines(denial, markedLanguage),
      ...(verdict ? sentencesOf(verdict) : []),
      ...policies.map(({ because }) => words.typeClause(because, markedLanguage)),
      ...policies.flatMap(({ problems }) =>
        problems.flatMap((problem) => {
          const { message, expected = '' } = words.problemWords(problem, markedLanguage)
          return [message, expected]
        }),
      ),
    ]),
  ).toEqual([])
})

const denied =
  'User: arn:aws:iam::111122223333:user/mary is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k'

/** Pastes of which something can't be read, is missing, or is in another language. */
const pastes: readonly (readonly [what: string, text: string])[] = [
  ['a file of Terraform that’s elsewhere', 'resource "aws_iam_policy" "p" {\n  policy = file("p.json")\n}'],
  [
    'a document of another module',
    'resource "aws_iam_role_policy" "p" {\n  policy = data.aws_iam_policy_document.other.json\n}',
  ],
  [
    'statements that are built',
    'resource "aws_iam_policy" "p" {\n  policy = jsonencode({\n    Version   = "2012-10-17"\n    Statement = flatten([local.a, local.b])[0]\n  })\n}',
  ],
  [
    'a dynamic block',
    'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["*"]\n    dynamic "condition" {\n      for_each = var.more\n      content {\n        test     = condition.value.test\n        variable = condition.value.variable\n        values   = condition.value.values\n      }\n    }\n  }\n}',
  ],
  [
    'a template with a role',
    'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}\n      Policies:\n        - PolicyName: p\n          PolicyDocument: {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}\n',
  ],
  ['a policy that is cut off', '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"'],
  [
    'a list of attached policies',
    '{"AttachedPolicies":[{"PolicyName":"ReadOnlyAccess","PolicyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}]}',
  ],
  ['a single statement', '{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}'],
]

test.each([
  'the line above it says “Bucket policy of the team”',
  'the code gives it to addToRolePolicy',
  'it belongs to the aws_s3_bucket_policy “the logs”',
  'AWS recorded it so when it denied the request',
])('because %s', (told) => {
  expect(words.typeClause({ told })).toBe(told)
  expect(leftInEnglish([words.typeClause({ told }, markedLanguage)])).toEqual([])
})

test('a clause of someone else’s file stays as it is', () => {
  expect(words.typeClause({ told: '{{name}} of the <b>file</b>' }, markedLanguage)).toBe('{{name}} of the <b>file</b>')
})

test.each(pastes)('paste: %s', async (_, text) => {
  const languages = await languagesFor([text])
  for (const given of [
    { paste: `${denied}\n${text}`, policies: [] },
    { paste: denied, policies: [{ name: 'Mine', text }] },
  ]) {
    const read = readGivenPolicies(given, languages, markedLanguage)
    const sorted = sortPaste(read?.given ?? given, languages, markedLanguage)
    const asked = sorted?.given ?? read?.given ?? given
    const { cause, fixes, notices, policies, verdict } = diagnose(
      asked,
      undefined,
      undefined,
      undefined,
      markedLanguage,
    )
    expect(
      leftInEnglish([
        ...(read?.notices ?? []),
        ...(sorted?.notices ?? []),
        ...notices,
        cause.title,
        cause.explanation,
        ...cause.steps.flatMap((step) => [step.title, step.text]),
        ...fixes.flatMap(({ title, note, onlyIf = '' }) => [title, note, onlyIf]),
        ...policies.map(({ because }) => words.typeClause(because, markedLanguage)),
        ...(verdict ? sentencesOf(verdict) : []),
      ]),
    ).toEqual([])
  }
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

  test('what a statement in a fix opens, in words', () => {
    const text = JSON.stringify(
      policy({
        Effect: 'Allow',
        NotAction: ['s3:Get*', 's3:Put*'],
        Resource: '*',
        Condition: { StringLike: { 'aws:a': ['x', 'y', 'z'] }, Bool: { 'aws:b': 'true' } },
      }),
    )
    const grants = readPolicy(text).policy.statements.map((statement) => grantOf(statement, '*', markedLanguage))
    expect(grants.map(({ conditions }) => conditions.replaceAll(/[⟦⟧]/g, ''))).toEqual([
      'StringLike aws:a x or y or z and Bool aws:b true',
    ])
    expect(leftInEnglish([words.opensSentence({ is: 'exactly', grants }, markedLanguage)])).toEqual([])
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
      words.unknownActionSentence({ prefix: 's4' }, markedLanguage),
      words.unknownActionSentence({ action: 's3:Gett' }, markedLanguage),
      ...answers.flatMap(({ verdict }) => verdict.decidedBy.map((ref) => words.statementLabel(ref, markedLanguage))),
      ...collection.unused.map(({ why }) => words.unusedWords(why, markedLanguage)),
      ...answers.flatMap(({ chain }) => (chain ? words.chainLabels(chain, markedLanguage) : [])),
    ]),
  ).toEqual([])
})

test('account: the comments of the script that collects it, and what it says', () => {
  const { head, keep, list, denied: cantSee, wrote, reads } = words.scriptWords(markedLanguage)
  expect(leftInEnglish([...head, keep, list, cantSee, wrote('a.json'), ...Object.values(reads)])).toEqual([])
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
