// A policy in a string of another document: a finding has the line and column of the place in the string, however the string is written.
import { expect, test } from 'vitest'
import { runWith as run } from './run-with.ts'

const [head, deny] = ['"Version": "2012-10-17"', '"Effect": "Allow", "Action": "s3:GetObjct", "Resource": "*"']
const policy = `{${head}, "Statement": [{${deny}}]}`
const escaped = JSON.stringify(policy)

test.each([
  ['JSON in JSON', `{\n "PolicyName": "x",\n "PolicyDocument": ${escaped}\n}`],
  ['escaped letters', `{"PolicyDocument": ${escaped.replace('{', '\\u007b')}}`],
  ['JSON in Terraform', `resource "aws_iam_policy" "p" {\n  policy = ${escaped}\n}`],
  ['single quotes of YAML', `policy: '{${head}, "Statement": [{"Sid": "Don''t", ${deny}}]}'`],
  ['single quotes over two lines', `policy: '{${head},\n   "Statement": [{${deny}}]}'`],
  ['double quotes over two lines', `policy: ${escaped.replace(', ', ',\n    ')}`],
  ['double quotes with escaped ends of lines', `policy: ${escaped.replaceAll(', ', ',\\\n    ')}`],
  ['double quotes with line feeds', `policy: ${escaped.replaceAll(', ', ',\\n ')}`],
  ['a literal block of one line', `apiVersion: v1\nspec:\n  policy: |\n    ${policy}\n`],
  [
    'a literal block of three lines',
    `apiVersion: v1\nspec:\n  policy: |-\n    ${policy.replaceAll(', "', ',\n    "')}\n`,
  ],
  ['a folded block', `apiVersion: v1\nspec:\n  policy: >-\n    ${policy.replaceAll(', "', ',\n    "')}\n`],
  ['a folded block with an indent and a blank line', `policy: >\n  ${policy.replaceAll(', "', ',\n\n      "')}\n`],
  ['a template literal', `new aws.iam.Policy("p", {\n  policy: \`${policy.replaceAll(', "', ',\n   "')}\`,\n});`],
])('%s', async (_, text) => {
  const [found] = await findingsIn(text)
  const from = text.indexOf('s3:GetObjct') - (text.includes('\\"s3:GetObjct') ? 2 : 1)
  const before = text.slice(0, from).split('\n')
  expect([found?.line, found?.column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1])
})

test('a policy in JSON doesn’t hide others in the same YAML', async () => {
  const block =
    'c:\n  Version: "2012-10-17"\n  Statement:\n    - Effect: Allow\n      Action: s3:PutObjct\n      Resource: "*"\n'
  const found = await findingsIn(
    `a: '${policy}'\nb: |\n  ${policy.replace('GetObjct', 'GetObjet')}\n${block}d: ${escaped.replace('GetObjct', 'GetObect')}\n`,
  )
  expect(found.map(({ line }) => line)).toEqual([1, 3, 8, 10])
})

async function findingsIn(text: string): Promise<readonly { readonly line: number; readonly column: number }[]> {
  const { stdout } = await run(['lint', '--json'], text)
  const { findings } = JSON.parse(stdout)
  return findings.filter(({ code }: { readonly code: string }) => code === 'INVALID_ACTION')
}
