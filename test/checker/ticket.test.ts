// A request becomes part of a URL, whatever text it contains.
import { expect, test } from 'vitest'
import { ticketAddress } from '../../src/checker/ticket.ts'

const template = 'https://tickets.example.com/new?kind=aws&text={text}&from=whydenied'
const textIn = (address: string): string => new URL(address).searchParams.get('text') ?? ''

test.each(['one\ntwo', 'a&b=c#d?e', '$& $1 {text}', 'javascript:1', '“ü” 🙂'])('%j arrives as it is', (text) => {
  const address = ticketAddress(template, text)
  expect(textIn(address)).toBe(text)
  expect(new URL(address).searchParams.get('from')).toBe('whydenied')
})

test('half a character breaks nothing', () => expect(textIn(ticketAddress(template, 'a\ud800b'))).toBe('a\ufffdb'))

test('a long text is cut, at a whole character, and says so', () => {
  const address = ticketAddress(template, '🙂'.repeat(5000))
  expect(address.length).toBeLessThan(6300)
  expect(textIn(address)).toMatch(/^🙂+ … \(cut/u)
})
