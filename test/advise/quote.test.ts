// The quote in the message to the administrator is AWS's sentence from its beginning, and not what the reader writes around it.
import { expect, test } from 'vitest'
import { quoteOf } from '../../src/advise/quote.ts'
import { readAll } from '../../src/denial/index.ts'

const who = 'arn:aws:iam::111122223333:role/app'
const said = `${who} is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::acme/x`
const sentence = `The role ${said}`

// biome-ignore format: one row per line
test.each<[what: string, paste: string, quote: string]>([
  ['the first words of a sentence', sentence, sentence],
  ['a sentence behind another one', `Deployment failed. ${sentence}`, sentence],
  ['a log line', `2026-11-30 10:00:00 ERROR [main] c.e.App - ${sentence}`, sentence],
  ['two lines', `Failed.\n\nThe role ${who}\nis not authorized to perform: s3:PutObject on resource: arn:aws:s3:::acme/x`, sentence],
  ['a line that breaks behind User:', `An error occurred (AccessDenied) when calling the PutObject operation: User:\n${said}`, `An error occurred (AccessDenied) when calling the PutObject operation: User: ${said}`],
  ['a sentence with other words first', 'Insufficient Lake Formation permission(s) on orders (Service: AmazonDataCatalog; Status Code: 400; Error Code: AccessDeniedException)', 'Insufficient Lake Formation permission(s) on orders (Service: AmazonDataCatalog; Status Code: 400; Error Code: AccessDeniedException)'],
  ['the reader’s own words', `Dear team, when I deploy I see that ${said}`, said],
  ['the reader’s own short words', `Hi, my role ${said}`, said],
])('%s', (_, paste, quote) => {
  const { rest, denial } = readAll(paste)
  expect(quoteOf(rest, denial)).toBe(quote)
})
