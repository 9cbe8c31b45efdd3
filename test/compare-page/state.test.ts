// The page's state: what users do to the two sides, the policies around them, and the list of what must never be allowed.
import { describe, expect, test, vi } from 'vitest'
import { forgetList, keepList, keptList } from '../../src/compare-page/kept-list.ts'
import {
  comparisonIn,
  emptyPage,
  isEmptyPage,
  pageOf,
  swapped,
  withAdded,
  withChangedQuestion,
  withEmpty,
  withKeptQuestions,
  without,
  withQuestion,
  withSide,
  withSurrounding,
  withText,
} from '../../src/compare-page/state.ts'
import { siteRootOf } from '../../src/controls/site-root.ts'
import { readComparison } from '../../src/session/comparison-file.ts'

const [oldText, newText] = [emptyPage.old[0], emptyPage.new[0]]
const filled = withText(withText(emptyPage, oldText?.id ?? 0, { text: 'a' }), newText?.id ?? 0, { text: 'b' })
const namesOf = (side: readonly { readonly name: string; readonly text: string }[]) =>
  side.map(({ name, text }) => `${name}=${text}`)

describe('a side', () => {
  test('what is added takes the place of an empty editor', () => {
    expect(namesOf(withAdded(emptyPage, 'old', [{ name: 'ReadOnlyAccess', text: 'x' }]).old)).toEqual([
      'ReadOnlyAccess=x',
    ])
  })
  test('what is added comes next to what is there', () => {
    expect(namesOf(withAdded(filled, 'old', [{ name: 'More', text: 'x' }]).old)).toEqual(['Old version=a', 'More=x'])
  })
  test('a replaced side keeps nothing', () => {
    expect(namesOf(withSide(filled, 'new', [{ name: 'Other', text: 'x' }]).new)).toEqual(['Other=x'])
  })
  test('the last text that is removed leaves an empty editor with another ID', () => {
    const page = without(filled, oldText?.id ?? 0)
    expect(namesOf(page.old)).toEqual(['Old version='])
    expect(page.old[0]?.id).not.toBe(oldText?.id)
  })
  test('an empty editor can be added and removed', () => {
    const page = withEmpty(filled, 'new')
    expect(namesOf(page.new)).toEqual(['New version=b', 'New version, policy 2='])
    expect(namesOf(without(page, page.new[1]?.id ?? 0).new)).toEqual(['New version=b'])
  })
  test('swapped twice is as before', () => {
    expect(namesOf(swapped(filled).old)).toEqual(['New version=b'])
    expect(swapped(swapped(filled))).toEqual(filled)
  })
  test('IDs are never used twice', () => {
    const page = withSurrounding(
      withQuestion(withEmpty(withAdded(filled, 'old', [{ name: 'M', text: 'x' }]), 'new'), 'not-public'),
      'scp',
      'S',
    )
    const ids = [...page.old, ...page.new, ...page.around, ...page.never].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Math.max(...ids)).toBeLessThan(page.nextId)
  })
})

describe('questions', () => {
  const asked = withQuestion(filled, 'not-granted')
  const [question] = asked.never
  test('a question that names nothing yet isn’t asked', () => {
    expect(comparisonIn(asked).never).toEqual([])
  })
  test.each([
    ['iam:PassRole', ['iam:PassRole']],
    ['iam:PassRole, s3:*', ['iam:PassRole', 's3:*']],
    [' s3:GetObject\n\ts3:PutObject ,', ['s3:GetObject', 's3:PutObject']],
  ])('the field %j names %j', (field, actions) => {
    if (question?.ask !== 'not-granted') return expect.fail('no question')
    const page = withChangedQuestion(asked, { ...question, actions: field })
    expect(comparisonIn(page).never).toEqual([{ ask: 'not-granted', actions, resources: [] }])
  })
})

test('a page is empty until it holds a text or a question', () => {
  expect(isEmptyPage(emptyPage)).toBe(true)
  expect(isEmptyPage(withSurrounding(emptyPage, 'scp', 'S'))).toBe(true)
  expect(isEmptyPage(filled)).toBe(false)
  expect(isEmptyPage(withQuestion(emptyPage, 'not-public'))).toBe(false)
})

test('a page made of a comparison holds the same comparison', () => {
  const comparison = {
    type: 'scp',
    old: [{ name: 'A', text: 'a' }],
    new: [{ name: 'B', text: 'b' }],
    around: [{ type: 'identity', name: 'C', target: '111122223333', text: 'c' }],
    never: [
      { ask: 'not-granted', actions: ['a:b', 'c:d'], resources: ['*'] },
      { ask: 'not-public', resourceType: 'AWS::KMS::Key' },
    ],
  } as const
  expect(comparisonIn(pageOf(comparison, 7))).toEqual(comparison)
})

test.each([
  ['https://x.example/compare/', 'https://x.example/'],
  ['https://x.example/a/b/compare/?example=scp#compare=x', 'https://x.example/a/b/'],
  ['https://x.example/compare/index.html', 'https://x.example/'],
  ['https://x.example/compare', 'https://x.example/'],
])('the site of %s is at %s', (page, site) => {
  expect(siteRootOf(page, 'compare')).toBe(site)
})

describe('a list that the browser keeps', () => {
  const kept = [
    { ask: 'not-granted', actions: ['iam:PassRole'], resources: [] },
    { ask: 'not-public', resourceType: 'AWS::S3::Bucket' },
  ] as const
  test('is added once, and what names nothing goes', () => {
    const once = withKeptQuestions(withQuestion(emptyPage, 'not-granted'), kept)
    expect(comparisonIn(once).never).toEqual(kept)
    expect(once.never).toHaveLength(2)
    expect(comparisonIn(withKeptQuestions(once, kept)).never).toEqual(kept)
    expect(new Set(once.never.map(({ id }) => id)).size).toBe(2)
  })
  test('where the browser keeps nothing, nothing happens', () => {
    expect(keptList()).toBeUndefined()
    expect(keepList(kept)).toBe(false)
    expect(() => forgetList()).not.toThrow()
  })
  test('is what was kept, until it’s removed', () => {
    const held = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
    })
    expect(keepList(kept)).toBe(true)
    expect(readComparison(keptList() ?? '')).toMatchObject({ ok: true, comparison: { never: kept, old: [], new: [] } })
    forgetList()
    expect(keptList()).toBeUndefined()
    vi.unstubAllGlobals()
  })
})
