// Every article reads well as plain Markdown: what is MDX is gone, what is code has stayed.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { serviceDenials } from '../../content/services/index.ts'
import { billingPages } from '../../src/reference/index.ts'
import { articleTwin, billingPagesTwin } from '../../src/site/markdown-twin.ts'
import { denialId } from '../../src/site/service-denials.ts'

const twin = (body: string, shown?: ReadonlyMap<string, string>, id = 'billing/x'): string =>
  articleTwin({ id, title: 'Title', description: 'Says it.', body }, shown)

test('begins with title and description', () => {
  expect(twin('Text.')).toBe('# Title\n\nSays it.\n\nText.\n')
})

test.each<[what: string, body: string, read: string]>([
  ['an import is MDX', "import Rules from './Rules.astro'\n\nText.", 'Text.'],
  ['an import in code stays', '```py\nimport boto3\n```', '```py\nimport boto3\n```'],
  ['a tag is MDX', '<div class="x">\n\nText.\n\n</div>', 'Text.'],
  ['a tag in code stays', '```xml\n<Error>\n```', '```xml\n<Error>\n```'],
  [
    'a link for download is a link',
    '<a href="/checker.html" download>It</a> is one file.',
    '[It](../../checker.html) is one file.',
  ],
  ['a component shows what it has', '<Rules />\n\nText.', '- 1: First.\n\nText.'],
  ['one that works in a browser only is left out', '<PasteBox />\n\nText.', 'Text.'],
  ['a wrapper leaves its table', '<FilterTable label="A > b">\n\n| a |\n| --- |\n\n</FilterTable>', '| a |\n| --- |'],
  ['an aside is a quotation', ':::caution\nTwo\nlines.\n:::', '> **Caution:** Two\n> lines.'],
  ['a titled aside keeps its title', ':::tip[Who?]\n- a\n- b\n:::', '> **Who?**\n>\n> - a\n> - b'],
  [
    'tabs become one block after the other, each with its label',
    '<Tabs>\n<TabItem label="PowerShell">\n\n```powershell\nls\n```\n\n</TabItem>\n</Tabs>',
    '**PowerShell**\n\n```powershell\nls\n```',
  ],
  ['an aside in code stays', '```text\n:::note\nx\n:::\n```', '```text\n:::note\nx\n:::\n```'],
  ['links lead to the root', '[a](/roles/saml/#fix)', '[a](../../roles/saml/#fix)'],
  ['links of others stay', '[a](https://example.com/)', '[a](https://example.com/)'],
  [
    'the claims of a block go, the answer comes',
    '```text message=access-denied action=s3:GetObject\nUser: arn:aws:iam::123456789012:user/a is not authorized to perform: s3:GetObject\n```',
    '```text\nUser: arn:aws:iam::123456789012:user/a is not authorized to perform: s3:GetObject\n```\n\n> The checker reads:\n>\n> - Caller: arn:aws:iam::123456789012:user/a\n> - Action: s3:GetObject\n> - Seen: AWS’s usual form, with an action that AWS documents',
  ],
  [
    'a block in a list stays in it',
    '1. So:\n\n   ```sh\n   aws s3 ls\n   ```',
    '1. So:\n\n   ```sh\n   aws s3 ls\n   ```',
  ],
])('%s', (_, body, read) => {
  expect(twin(body, new Map([['Rules', '- 1: First.']]))).toBe(`# Title\n\nSays it.\n\n${read}\n`)
})

test('the home page links from the root', () => {
  expect(twin('[a](/roles/saml/)', new Map(), 'index')).toContain('[a](./roles/saml/)')
})

test('an article leads to the usual denials of services that lead to it', () => {
  const text = twin('Text.', undefined, 'policies/kms-key')
  expect(text).toMatch(/\n\n## See it in your service\n\n- \[[a-z0-9-]+: /)
  for (const [prefix, denials] of serviceDenials)
    for (const denial of denials.filter(({ article }) => article === 'policies/kms-key'))
      expect(text).toContain(`- [${prefix}: ${denial.title}](../../reference/${prefix}/#${denialId(denial)})`)
  expect(twin('Text.', undefined, 'start/glossary')).not.toContain('See it in your service')
})

test('the table of Billing has a row a page', () => {
  expect(billingPagesTwin().match(/^\| (Billing|Cost Management|Related) \|/gm)).toHaveLength(billingPages.length)
})

describe.each(globSync('content/**/*.mdx'))('%s', (file) => {
  const [, , body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  const read = twin(body)
  const outside = read.replaceAll(/^[ \t]*```[^\n]*\n[\s\S]*?^[ \t]*```$/gm, '')

  test('nothing of MDX is left', () => {
    expect(outside.match(/^import |^<\/?[A-Za-z]|^:::|\{\/\*|\]\(\/|```/gm)).toBeNull()
    expect(read).not.toMatch(/^[ \t]*```\w* \w+=/m)
  })

  test('no line of its code is lost', () => {
    const lines = [...body.matchAll(/^[ \t]*```[^\n]*\n([\s\S]*?)^[ \t]*```$/gm)].map(([, code = '']) => code)
    expect(lines.filter((code) => !read.includes(code))).toEqual([])
  })
})
