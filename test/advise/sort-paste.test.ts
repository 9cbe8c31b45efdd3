// What is taken out of a paste, what it becomes, and what the reader is told.
import { expect, test } from 'vitest'
import { diagnose, sortPaste } from '../../src/advise/index.ts'

const error =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: ce:GetTags because no identity-based policy allows the ce:GetTags action'
const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ce:GetTags', Resource: '*' }] }
const inline = JSON.stringify({ UserName: 'mateo', PolicyName: 'Own', PolicyDocument: document })
const identity = JSON.stringify({
  UserId: 'AIDAEXAMPLE',
  Account: '111122223333',
  Arn: 'arn:aws:iam::111122223333:user/mateo',
})
const attached = (arn: string) => JSON.stringify({ AttachedPolicies: [{ PolicyName: 'Other', PolicyArn: arn }] })
const simulation = JSON.stringify({
  EvaluationResults: [{ EvalActionName: 'ce:GetTags', EvalResourceName: '*', EvalDecision: 'implicitDeny' }],
})
const sort = (paste: string) => sortPaste({ paste, policies: [] })

test('an error alone is left alone', () => {
  expect(sort(error)).toBeUndefined()
})

test('a policy goes to the policies, with its name, its type and the reason', () => {
  const sorted = sort(`${error}\n${inline}`)
  expect(sorted?.given).toMatchObject({ paste: error, policies: [{ name: 'Own', type: 'identity' }] })
  expect(sorted?.notices).toEqual(['A policy was taken out of what you pasted: Own (identity-based policy).'])
  const [recognised] = sorted ? diagnose(sorted.given, undefined).policies : []
  expect(recognised).toMatchObject({
    chosen: false,
    because: { told: 'it is the inline policy of a user, group or role' },
  })
})

test.each([
  ['its last brace', /\}$/],
  ['its last two brackets', /\][^\]]*$/],
  ['the end of its statement', /\}\s*\][^\]]*$/],
])('a policy that lacks %s is taken once, not as a policy and as its statement', (_, end) => {
  const sorted = sort(JSON.stringify(document, null, 2).replace(end, ''))
  expect(sorted?.taken).toMatchObject([{ partial: true }])
  expect(sorted?.given.paste).toBe('')
})

test('sorting twice changes nothing more', () => {
  expect(sortPaste(sort(`${error}\n${inline}`)?.given ?? { paste: inline, policies: [] })).toBeUndefined()
})

test.each<[title: string, paste: string, expected: Partial<Record<'principal' | 'action' | 'resource', string>>]>([
  ['get-caller-identity tells', `Access Denied\n${identity}`, { principal: 'arn:aws:iam::111122223333:user/mateo' }],
  ['the error names another caller', `${error.replace('mateo', 'nikki')}\n${identity}`, {}],
  ['a simulation tells', simulation, { action: 'ce:GetTags', resource: '*' }],
])('who asked for what: %s', (_, paste, expected) => {
  const { principal, action, resource } = sort(paste)?.given ?? {}
  expect({ principal, action, resource }).toEqual({
    principal: undefined,
    action: undefined,
    resource: undefined,
    ...expected,
  })
})

test('what is named and not there is asked for, with a command that is safe to run', () => {
  const sorted = sort(attached('arn:aws:iam::aws:policy/job-function/Billing'))
  expect(sorted?.notices.join()).toContain('Named in what you pasted, but not there: Other')
  expect(sorted?.commands.join()).toContain(
    'get-policy-version --policy-arn arn:aws:iam::aws:policy/job-function/Billing',
  )
  expect(sort(attached('arn:aws:iam::aws:policy/x;rm -rf ~'))?.commands).toEqual([])
})
