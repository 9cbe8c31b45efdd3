// Terraform's locals: their values are in the file, so they're put in. A variable's default isn't its value.
import { expect, test } from 'vitest'
import { readAll } from '../../../src/denial/index.ts'
import { languagesFor } from '../../../src/session/languages.ts'

async function resourcesIn(locals: string, resources: string): Promise<readonly unknown[]> {
  const text = `locals {\n${locals}\n}\n\ndata "aws_iam_policy_document" "app" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ${resources}\n  }\n}\n`
  const { documents } = readAll(text, await languagesFor([text]))
  return documents.map(({ text: policy }) => JSON.parse(policy).Statement[0].Resource)
}

test.each<[is: string, locals: string, resources: string, read: unknown]>([
  ['a text', '  arn = "arn:aws:s3:::b"', '[local.arn, "${local.arn}/*"]', ['arn:aws:s3:::b', 'arn:aws:s3:::b/*']],
  [
    'one in another',
    '  b = "my-bucket"\n  arn = "arn:aws:s3:::${local.b}"',
    '["${local.arn}/x"]',
    ['arn:aws:s3:::my-bucket/x'],
  ],
  ['a list', '  all = ["arn:aws:s3:::a", "arn:aws:s3:::b"]', 'local.all', ['arn:aws:s3:::a', 'arn:aws:s3:::b']],
  ['a variable in it', '  arn = "arn:aws:s3:::${var.b}"', '[local.arn]', ['arn:aws:s3:::${var.b}']],
  ['itself', '  a = "${local.a}x"', '[local.a]', [expect.stringContaining('${local.a}')]],
  ['another one', '  a = "x"', '[local.other]', ['${local.other}']],
])('%s', async (_, locals, resources, read) => {
  expect(await resourcesIn(locals, resources)).toEqual([read])
})

test('locals that contain each other many times take bounded time', async () => {
  const lists = Array.from(
    { length: 6 },
    (_, i) => `  l${i} = [${Array.from({ length: 60 }, () => `local.l${i + 1}`).join(', ')}]`,
  )
  const [read] = await resourcesIn(`${lists.join('\n')}\n  l6 = "x"`, '[local.l0]')
  expect(JSON.stringify(read).length).toBeLessThan(2_000_000)
})
