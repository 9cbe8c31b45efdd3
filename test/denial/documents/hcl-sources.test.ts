// Blocks of Terraform: which ones are parsed, and that each is parsed by itself.
import { expect, test } from 'vitest'
import { hclSources } from '../../../src/denial/documents/hcl-sources.ts'
import { readAll } from '../../../src/denial/index.ts'
import { readHcl } from '../../../src/text/hcl.ts'

const policy = (name: string, inside = ''): string =>
  `data "aws_iam_policy_document" "${name}" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["*"]\n${inside}  }\n}\n`
const bucket = 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n'
const locals = 'locals {\n  name = "x"\n}\n'

/** The first words of the blocks that are parsed. */
function parsed(text: string): readonly string[] {
  const read: string[] = []
  hclSources(
    text,
    (block, offset) => {
      read.push(block.slice(0, 10))
      return readHcl(block, offset)
    },
    () => true,
  )
  return read
}

test.each<[title: string, text: string, read: readonly string[]]>([
  ['a block without a word of policies isn’t parsed', bucket + policy('a') + bucket, ['data "aws_']],
  ['locals that no policy names aren’t parsed', locals + policy('a'), ['data "aws_']],
  [
    'locals that only another block names aren’t parsed',
    `${locals}output "o" {\n  value = local.name\n}\n${policy('a')}`,
    ['data "aws_'],
  ],
  ['locals that a policy names are', locals + policy('a', '    sid = local.name\n'), ['locals {\n ', 'data "aws_']],
  ['locals that hold a policy are', 'locals {\n  p = { Action = "s3:*" }\n}\n', ['locals {\n ']],
  ['a word may be spelled with escapes', 'variable "v" {\n  default = "\\u0041ction"\n}\n', ['variable "']],
  ['an attribute with a call is parsed', 'a = jsonencode({ b = 1 })\n', ['a = jsonen']],
  ['a nested block on its own is parsed', 'condition {\n  test = "Bool"\n}\n', ['condition ']],
])('%s', (_, text, read) => {
  expect(parsed(text)).toEqual(read)
})

test.each<[title: string, inside: string]>([
  ['a broken word', '    res\nources = ["a"]\n'],
  ['a quotation mark too many', '    si"d = "A"\n'],
  ['a heredoc that nothing ends', '    sid = <<EOF\n'],
])('%s in one block leaves the next one as it is', (_, inside) => {
  const text = policy('broken', inside) + policy('whole')
  const { documents } = readAll(text, { hcl: readHcl })
  const whole = documents.find(({ name }) => name === 'aws_iam_policy_document.whole')
  expect(whole?.span).toEqual({ from: text.lastIndexOf('data'), to: text.length - 1 })
})

test('a document in another block of the same file isn’t missing', () => {
  const use = (name: string): string =>
    `resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.${name}.json\n}\n`
  const { leftovers } = readAll(policy('here') + bucket + use('here') + use('elsewhere'), { hcl: readHcl })
  expect(JSON.stringify(leftovers)).not.toContain('document.here')
  expect(JSON.stringify(leftovers)).toContain('document.elsewhere')
})
