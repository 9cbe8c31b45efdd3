// The keys of the checker: each does one thing, and the palette's own key is free.
import { expect, test } from 'vitest'
import { commands } from '../../src/checker/commands.ts'
import { answerTabs } from '../../src/checker/reducer.ts'
import { createStore } from '../../src/checker/store.ts'

const codes = commands.map(({ code }) => code)

test('each command has a key and words of its own', () => {
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(commands.map(({ does }) => does)).size).toBe(codes.length)
  expect(codes).not.toContain('KeyK')
})

test.each(commands.map(({ code, key }) => [code, key]))('%s is the key that the palette shows', (code, key) => {
  expect(code.replace(/^(?:Key|Digit)/, '')).toBe(key)
})

test.each(answerTabs.map((tab, i) => [i + 1, tab]))(
  'key %i opens the tab %s, on a narrow screen, too',
  (digit, tab) => {
    const store = createStore()
    commands.find(({ key }) => key === String(digit))?.run(store)
    expect([store.tab.value, store.side.value]).toEqual([tab, 'answer'])
  },
)

test('W switches the reader and back', () => {
  const store = createStore()
  const before = store.reader.value
  const toggle = commands.find(({ key }) => key === 'W')
  toggle?.run(store)
  expect(store.reader.value).not.toBe(before)
  toggle?.run(store)
  expect(store.reader.value).toBe(before)
})
