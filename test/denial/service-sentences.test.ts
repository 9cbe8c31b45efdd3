// Services deny in sentences of their own: what each means, and whether a policy can help.
import { describe, expect, test } from 'vitest'
import { canPolicyHelp, readDenial } from '../../src/denial/index.ts'
import { rows } from '../../src/denial/sentences/find.ts'
import { shapesOf } from '../../src/denial/sentences/shape.ts'
import { moreServiceSentences } from './cases/more-service-sentences.ts'
import { serviceSentences } from './cases/service-sentences.ts'

const actionsOf = (text: string): readonly string[] => {
  const { action, actionDerived, sentence } = readDenial(text)
  const all = [action, actionDerived, ...(sentence?.actions ?? [])]
  return all.flatMap((each) => (each === undefined ? [] : [each.toLowerCase()]))
}

describe.each([
  ['sentences of services', serviceSentences],
  ['more sentences of services', moreServiceSentences],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_, text, { policy, actions = [] }) => {
    const { kind, sentence } = readDenial(text)
    if (!policy) {
      // Either no denial at all, or one that says that no policy can help.
      expect(kind === 'access-denied' ? sentence && canPolicyHelp(sentence) : false).toBe(false)
      return
    }
    expect(kind === 'encoded-authorization-failure' ? 'access-denied' : kind).toBe('access-denied')
    expect(sentence ? canPolicyHelp(sentence) : true).toBe(true)
    const read = actionsOf(text)
    const isOne = actions.some((action) => read.some((each) => each.startsWith(action.toLowerCase())))
    expect(
      actions.length === 0 || isOne,
      `read ${read.join(', ') || 'none'}, expected one of ${actions.join(', ')}`,
    ).toBe(true)
  })
})

describe('the table of sentences', () => {
  test('every name is unique', () => {
    const names = rows.map(({ id }) => id)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test.each(rows.map((row) => [row.id, row] as const))(
    '%s can be found by literal words, and names its source',
    (_, row) => {
      const shapes = row.says.flatMap((says) => shapesOf(says))
      expect(shapes.length).toBeGreaterThan(0)
      // One word alone must be a name that stands nowhere else.
      for (const { isPair, parts, anchor } of shapes) {
        const first = parts[anchor]
        if (!isPair) expect(first?.kind === 'literal' && first.plain.length >= 15).toBe(true)
      }
      expect(row.source).toMatch(/^(https:\/\/|quoted in public repositories$)/)
    },
  )
})

test.each<[text: string, id: string, actions: readonly string[], canHelp: boolean]>([
  ['{"message":"Forbidden"}', 'agw-forbidden', [], false],
  ['ForbiddenException: {"message":"Forbidden","traceId":"3f2504e0"}', 'iot-forbidden', ['iot:Publish'], true],
  ['<Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>', 'cf-signed', [], false],
  [
    '<h1>403 Forbidden</h1>\n<ul>\n<li>Code: AccessDenied</li>\n<li>Message: Access Denied</li>\n<li>RequestId: 9RXZ8K4GH2QF</li>',
    's3-website',
    ['s3:GetObject'],
    true,
  ],
])('%s is %s', (text, id, actions, canHelp) => {
  const { kind, sentence } = readDenial(text)
  expect({ kind, id: sentence?.id, first: sentence?.actions.slice(0, 1) }).toEqual({
    kind: 'access-denied',
    id,
    first: actions,
  })
  expect(sentence && canPolicyHelp(sentence)).toBe(canHelp)
})

describe('a pattern matches sentences that aren’t listed', () => {
  test.each<[text: string, expected: object]>([
    [
      'The provided execution role does not have permissions to call DescribeStream on DynamoDB',
      { actionDerived: 'dynamodb:DescribeStream' },
    ],
    [
      'CREATE_FAILED: The task execution role does not have the required permissions to call GetSecretValue on Secrets Manager.',
      { actionDerived: 'secretsmanager:GetSecretValue' },
    ],
    [
      'IoT SiteWise was unable to assume the role arn:aws:iam::111122223333:role/sitewise',
      { actionDerived: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/sitewise' },
    ],
    [
      'Pipes service role arn:aws:iam::111122223333:role/pipe could not be assumed by EventBridge Pipes',
      { actionDerived: 'sts:AssumeRole' },
    ],
    [
      "Access denied. You don't have the required permission. Missing permission: elasticache:Connect",
      { action: 'elasticache:Connect' },
    ],
    [
      "ValidationException: role arn:aws:iam::111122223333:role/etl doesn't have permission to perform glue:GetConnection",
      { action: 'glue:GetConnection', principal: 'arn:aws:iam::111122223333:role/etl' },
    ],
  ])('%s', (text, expected) => {
    expect(readDenial(text)).toMatchObject({ kind: 'access-denied', ...expected })
  })
})
