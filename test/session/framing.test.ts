// Which pages may show the checker in a frame.
import { expect, test } from 'vitest'
import { isFrameMessage, mayShow, showing } from '../../src/session/framing.ts'

const own = 'https://whydenied.example.com'
const portal = 'https://portal.example.com'

test.each<
  [title: string, around: string | undefined, isDeeper: boolean, embedIn: readonly string[] | undefined, may: boolean]
>([
  ['a site that the settings name', portal, false, [portal], true],
  ['one of several', portal, false, ['https://wiki.example.com', portal], true],
  ['a page of the same origin', own, false, undefined, true],
  ['a site that they don’t name', portal, false, ['https://wiki.example.com'], false],
  ['no settings', portal, false, undefined, false],
  ['the same host, with another scheme', 'http://portal.example.com', false, [portal], false],
  ['the same host, with another port', `${portal}:8443`, false, [portal], false],
  ['a name that begins alike', `${portal}.evil.example`, false, [portal], false],
  ['a page that doesn’t answer', undefined, false, [portal], false],
  ['a portal that is in a frame itself', portal, true, [portal], false],
  ['a file from the disk', 'null', false, ['null'], false],
])('%s', (_, around, isDeeper, embedIn, may) => {
  expect(mayShow({ around, isDeeper, own }, embedIn)).toBe(may)
})

test('two files from a disk have no origin in common', () => {
  expect(mayShow({ around: 'null', isDeeper: false, own: 'null' })).toBe(false)
})

test.each([undefined, null, 'frame', 7, {}, { whydenied: 'other' }, { packed: 'x' }])('%j isn’t a question', (data) => {
  expect(isFrameMessage(data)).toBe(false)
  expect(isFrameMessage(showing)).toBe(true)
})
