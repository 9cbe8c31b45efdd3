// One message and one policy on the bucket instead of its objects, in every form that people paste: the answer is the same.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagnosisOf } from './read-case.ts'

const folder = new URL('./pastes/', import.meta.url)

/** Terraform that doesn't show whom the policy is attached to. */
const ofNoOne: ReadonlySet<string> = new Set(['hcl.txt.txt', 'hcl-jsonencode.txt.txt'])

test.each(readdirSync(folder))('%s', async (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const given: { paste: string; policies: { text: string }[] } = file.includes('.json')
    ? JSON.parse(text)
    : { paste: text, policies: [] }
  const { cause, denial, fixes, verdict } = await diagnosisOf(
    given.paste,
    given.policies.map((policy) => ({ name: 'Policy', ...policy })),
  )
  expect(denial).toMatchObject({ action: 's3:GetObject', resource: 'arn:aws:s3:::my-bucket/a.txt' })
  expect(verdict?.decision).toBe('implicitDeny')
  expect(cause).toMatchObject({ id: 'bucket-or-object', certainty: ofNoOne.has(file) ? 'stated by AWS' : 'confirmed' })
  expect(fixes[0]?.proof.after.decision).toBe('allowed')
})
