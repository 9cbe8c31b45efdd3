import { afterEach, describe, expect, test, vi } from 'vitest'
import { handOver, takeHandedTexts } from '../../src/controls/hand-over.ts'

const texts = [{ name: 'account.json', text: '{"UserDetailList": []}' }]
const origin = 'https://example.com'

/** What a window gets, and from whom. */
interface Message {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
}
type Hear = (message: Message) => void

/** A stand-in for a window: a listener hears what is posted to it, and pages elsewhere don't get what is meant for `origin`. */
class FakeWindow {
  readonly listeners = new Set<Hear>()
  readonly posted: unknown[] = []
  opener: FakeWindow | null = null
  opened: FakeWindow | null = null
  readonly at: string

  constructor(at: string) {
    this.at = at
  }

  open = (): FakeWindow | null => this.opened
  addEventListener = (_: string, hear: Hear): void => {
    this.listeners.add(hear)
  }
  removeEventListener = (_: string, hear: Hear): void => {
    this.listeners.delete(hear)
  }
  postMessage = (data: unknown, target: string): void => {
    if (target === this.at) this.posted.push(data)
  }
  hear(data: unknown, source: unknown, from = origin): void {
    for (const listener of [...this.listeners]) listener({ data, source, origin: from })
  }
}

function pages(openerAt = origin): { readonly checker: FakeWindow; readonly account: FakeWindow } {
  const [checker, account] = [new FakeWindow(openerAt), new FakeWindow(origin)]
  checker.opened = account
  account.opener = checker
  return { checker, account }
}

const asIf = (page: FakeWindow, protocol = 'https:'): void => {
  vi.stubGlobal('window', page)
  vi.stubGlobal('location', { origin, protocol })
}
afterEach(() => vi.unstubAllGlobals())

describe('a page hands texts to the one it opens', () => {
  test('when that page asks, once', () => {
    const { checker, account } = pages()
    asIf(checker)
    expect(handOver(`${origin}/account/`, texts)).toBe(true)
    asIf(account)
    const taken: unknown[] = []
    takeHandedTexts((given) => taken.push(given))
    const [asked] = checker.posted
    asIf(checker)
    checker.hear(asked, account)
    checker.hear(asked, account)
    expect(account.posted).toHaveLength(1)
    asIf(account)
    account.hear(account.posted[0], checker)
    account.hear(account.posted[0], checker)
    expect(taken).toEqual([texts])
  })

  test('a browser that opens no tab', () => {
    const { checker } = pages()
    checker.opened = null
    asIf(checker)
    expect(handOver(`${origin}/account/`, texts)).toBe(false)
    expect(checker.listeners.size).toBe(0)
  })

  test.each([
    ['another window asks', (checker: FakeWindow, asked: unknown) => checker.hear(asked, new FakeWindow(origin))],
    [
      'another site asks',
      (checker: FakeWindow, asked: unknown) => checker.hear(asked, checker.opened, 'https://evil.example'),
    ],
    ['the opened page says something else', (checker: FakeWindow) => checker.hear('hello', checker.opened)],
  ])('nothing where %s', (_, say) => {
    const { checker, account } = pages()
    asIf(checker)
    handOver(`${origin}/account/`, texts)
    asIf(account)
    takeHandedTexts(() => {})
    asIf(checker)
    say(checker, checker.posted[0])
    expect(account.posted).toEqual([])
  })
})

describe('a page takes texts', () => {
  test.each([
    ['another site', 'https://evil.example', { whydenied: 'texts', texts }],
    ['its opener, without texts', origin, { whydenied: 'texts' }],
    ['its opener, with something else', origin, { texts: [{ name: 1, text: 2 }, null, 'x'] }],
  ])('not from %s', (_, from, data) => {
    const { checker, account } = pages()
    asIf(account)
    const take = vi.fn()
    takeHandedTexts(take)
    account.hear(data, checker, from)
    expect(take).not.toHaveBeenCalled()
  })

  test('an opener of another site isn’t even asked', () => {
    const { checker, account } = pages('https://evil.example')
    asIf(account)
    takeHandedTexts(() => {})
    expect(checker.posted).toEqual([])
  })

  test.each([
    ['that no page opened', 'https:', null],
    ['on a disk', 'file:', new FakeWindow(origin)],
  ])('not a page %s', (_, protocol, opener) => {
    const account = new FakeWindow(origin)
    account.opener = opener
    asIf(account, protocol)
    takeHandedTexts(() => {})
    expect(account.listeners.size).toBe(0)
  })
})
