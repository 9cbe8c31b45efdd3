import { policyTypes } from '../iam/index.ts'
import { readCaseFile } from './case-file.ts'
import { type ComparisonCase, comparisonOf } from './comparison.ts'
import { unpackFragment } from './fragment.ts'
import { z } from './schema.ts'

const name = z.string().max(2000).default('Policy')
const text = z.string().max(20_000_000)
const texts = z.array(z.strictObject({ name, text })).max(200)
const listed = z.array(z.string().max(2000)).max(500)

const fileSchema = z.strictObject({
  whydenied: z.literal(1),
  compare: z.strictObject({
    type: z.enum(policyTypes).optional(),
    old: texts,
    new: texts,
    around: z
      .array(z.strictObject({ type: z.enum(policyTypes), name, target: z.string().max(2000).optional(), text }))
      .max(200)
      .default([]),
    never: z
      .array(
        z.discriminatedUnion('ask', [
          z.strictObject({ ask: z.literal('not-granted'), actions: listed, resources: listed.default([]) }),
          z.strictObject({ ask: z.literal('not-public'), resourceType: z.string().max(200) }),
        ]),
      )
      .max(200)
      .default([]),
  }),
})

/** What was read, or one sentence about what is wrong with it. */
export type ComparisonRead =
  | { readonly ok: true; readonly comparison: ComparisonCase }
  | { readonly ok: false; readonly problem: string }

/** Reads a saved comparison. A saved case of the checker is one, too: its policies are both sides. */
export function readComparison(text: string): ComparisonRead {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return {
      ok: false,
      problem: `This isn’t a saved comparison: ${error instanceof Error ? error.message : 'no JSON'}.`,
    }
  }
  if (typeof json === 'object' && json !== null && 'case' in json) return readCase(text)
  const read = fileSchema.safeParse(json)
  if (read.success) return { ok: true, comparison: read.data.compare }
  const [issue] = read.error.issues
  return {
    ok: false,
    problem: `This isn’t a saved comparison: at ${issue?.path.join('.') || 'its start'}: ${issue?.message}.`,
  }
}

function readCase(text: string): ComparisonRead {
  const read = readCaseFile(text)
  if (!read.ok) return read
  const policies = read.file.given.policies.map((policy) => ({ ...policy, type: policy.type ?? 'identity' }))
  const type = policies[0]?.type ?? 'identity'
  const plain = policies.map(({ type, name, target, text }) => ({ type, name, target, text }))
  return { ok: true, comparison: comparisonOf(type, { before: plain, after: plain }) }
}

/** Reads the fragment of a link to a comparison, within bounds. */
export async function readComparisonLink(fragment: string): Promise<ComparisonRead> {
  const unpacked = await unpackFragment(fragment)
  if (unpacked.ok) return readComparison(unpacked.text)
  return {
    ok: false,
    problem:
      unpacked.why === 'too-large'
        ? 'The comparison in this link is too large to open.'
        : 'The comparison in this link is cut off or broken. Ask for the link again, or for the comparison as a file.',
  }
}
