// biome-ignore-all lint/suspicious/noTemplateCurlyInString: symbols are written this way
// A change, in Terraform's plan or in a diff of files, is read as one of its two states, and the answer says as which.
import { describe, expect, test } from 'vitest'
import { withoutChanges } from '../../../src/denial/documents/diffs.ts'
import { readAll } from '../../../src/denial/index.ts'
import { readHcl } from '../../../src/text/hcl.ts'

const read = (text: string) => readAll(text, { hcl: readHcl })
const statements = (text: string): unknown => read(text).documents.map((policy) => JSON.parse(policy.text).Statement)[0]

const updated = `  # aws_iam_policy.ops will be updated in-place
  ~ resource "aws_iam_policy" "ops" {
        id     = "arn:aws:iam::111122223333:policy/ops"
      ~ policy = jsonencode(
          ~ {
              ~ Statement = [
                  ~ {
                      ~ Action   = [
                            "logs:PutLogEvents",
                          - "logs:CreateLogGroup",
                          + "logs:CreateLogStream",
                        ]
                        Effect   = "Allow"
                      ~ Resource = "arn:aws:logs:*:*:*" -> "*"
                    },
                  + {
                      + Action   = "s3:*"
                      + Effect   = "Allow"
                      + Resource = "*"
                    },
                ]
                Version   = "2012-10-17"
            }
        )
    }
`

test('a plan that changes a policy is read as it was before, which is what AWS has', () => {
  expect(statements(updated)).toEqual([
    { Action: ['logs:PutLogEvents', 'logs:CreateLogGroup'], Effect: 'Allow', Resource: 'arn:aws:logs:*:*:*' },
  ])
  expect(read(updated).documents[0]?.notes).toMatchObject([{ code: 'changed', state: 'before' }])
})

test('what a plan creates is read as it will be; what it knows later is a symbol', () => {
  const created = `  + resource "aws_iam_user_policy" "ops" {
      + id     = (known after apply)
      + policy = jsonencode(
            {
              + Statement = [
                  + {
                      + Action   = "s3:GetObject"
                      + Effect   = "Allow"
                      + Resource = (known after apply)
                    },
                ]
              + Version   = "2012-10-17"
            }
        )
    }`
  expect(statements(created)).toEqual([{ Action: 's3:GetObject', Effect: 'Allow', Resource: '${known_at_apply}' }])
  expect(read(created).documents[0]?.notes).toContainEqual(expect.objectContaining({ code: 'changed', state: 'after' }))
})

describe('what a plan hides', () => {
  const hiding = (statement: string): string =>
    `  ~ resource "aws_iam_policy" "ops" {\n      ~ policy = jsonencode(\n          ~ {\n              ~ Statement = [\n                    # (2 unchanged elements hidden)\n${statement}                ]\n            }\n        )\n    }\n`

  test('is missing from a policy that is read', () => {
    const { documents, leftovers } = read(
      hiding(
        '                  ~ {\n                      ~ Action   = "s3:Get*" -> "s3:*"\n                        Effect   = "Allow"\n                        Resource = "*"\n                    },\n',
      ),
    )
    expect(documents[0]?.notes).toContainEqual(
      expect.objectContaining({ code: 'left-out', what: '2 unchanged elements' }),
    )
    expect(leftovers).toEqual([])
  })

  test('makes a policy unreadable where nothing else of it is shown, and that is said', () => {
    const { documents, leftovers } = read(
      hiding('                  ~ {\n                      ~ Resource = "a" -> "b"\n                    },\n'),
    )
    expect(documents).toEqual([])
    expect(leftovers).toMatchObject([
      { language: 'Terraform', reason: { code: 'hidden', what: '2 unchanged elements' } },
    ])
  })
})

test.each([
  ['in a fence', '```diff\n'],
  ['of git', 'diff --git a/p.json b/p.json\n--- a/p.json\n+++ b/p.json\n@@ -1,5 +1,5 @@\n'],
])('a diff of files %s is read as it is after', (_, head) => {
  const diff = `${head} {\n   "Version": "2012-10-17",\n   "Statement": [\n     {\n       "Effect": "Allow",\n-      "Action": "logs:*",\n+      "Action": "logs:PutLogEvents",\n       "Resource": "*"\n     }\n   ]\n }\n\`\`\`\n`
  expect(statements(diff)).toEqual([{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' }])
  expect(read(diff).documents[0]?.notes).toMatchObject([{ code: 'changed', state: 'after' }])
})

test('places stay: the text is as long as before, and its lines end where they did', () => {
  for (const text of [updated, `\`\`\`diff\n-a\n+b\n\`\`\``]) {
    const { text: after } = withoutChanges(text)
    expect(after).toHaveLength(text.length)
    expect([...after.matchAll(/\n/g)].map(({ index }) => index)).toEqual(
      [...text.matchAll(/\n/g)].map(({ index }) => index),
    )
  }
})

test('a list of YAML isn’t a diff', () => {
  const yaml = '- Effect: Allow\n  Action: s3:*\n'
  expect(withoutChanges(yaml)).toEqual({ text: yaml, notes: [] })
})
