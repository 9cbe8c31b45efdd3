import type { Case } from '../advise/index.ts'
import type { Decision } from '../evaluate/index.ts'
import { policyTypes } from '../iam/index.ts'
import { factsSchema } from './facts-schema.ts'
import { packFragment, unpackFragment } from './fragment.ts'
import { z } from './schema.ts'

const value = z.union([z.string(), z.number(), z.boolean()])
const text = z.string().max(20_000_000)

const place = z.number().int()
const indent = z.string().max(1000)
/** How a statement of a program is written. */
const codeForm = z.strictObject({
  style: z.enum(['cdk-typescript', 'cdk-python', 'object', 'arguments']),
  prefix: z.string().max(200),
  quote: z.enum(['"', "'"]),
  bareKeys: z.boolean(),
  step: indent,
  indent,
  open: z.string().max(1000),
  close: z.string().max(1000),
  at: place,
  takesMore: z.literal(false).optional(),
  from: place.optional(),
})

/** A document in its own language. One of another version is left out: the case is complete without it. */
const sourceSchema = z.strictObject({
  language: z.enum(['Terraform', 'YAML', 'JSON', 'code']),
  text: z.string().max(200_000),
  of: text,
  places: z.array(place).max(400_000),
  statements: z
    .array(
      z.strictObject({
        form: z.union([z.enum(['block', 'object', 'arguments', 'json', 'item', 'template']), codeForm]),
        at: place,
        indent,
        entry: z.enum(['named', 'only']).optional(),
      }),
    )
    .max(10_000),
})

/** A case as stored in a file or a link. Unknown fields are rejected: they come from elsewhere, or from a newer version. */
const caseSchema = z.strictObject({
  paste: text.default(''),
  policies: z
    .array(
      z.strictObject({
        name: z.string().max(2000).default('Policy'),
        type: z.enum(policyTypes).optional(),
        because: z.string().max(500).optional(),
        target: z.string().max(2000).optional(),
        partial: z.boolean().optional(),
        cutOff: z.boolean().optional(),
        source: sourceSchema.optional().catch(undefined),
        holders: z
          .array(
            z.strictObject({
              is: z.enum(['role', 'user', 'group']),
              name: z.string().max(2000).optional(),
              label: z.string().max(2000).optional(),
            }),
          )
          .max(1000)
          .optional(),
        reach: z
          .strictObject({
            place: z.enum(['user', 'role', 'group', 'managed']),
            name: z.string().max(2000),
            users: z.number().int().nonnegative(),
            roles: z.number().int().nonnegative(),
            groups: z.number().int().nonnegative(),
          })
          .optional(),
        text,
      }),
    )
    .max(1000)
    .default([]),
  which: z.number().int().nonnegative().optional(),
  principal: z.string().max(4000).optional(),
  action: z.string().max(400).optional(),
  resource: z.string().max(4000).optional(),
  resourceAccount: z.string().max(40).optional(),
  context: z.record(z.string().max(400), z.union([value, z.array(value).max(10_000), z.null()])).optional(),
  facts: factsSchema.optional(),
})

const saved = z.strictObject({
  name: z.string().max(400),
  given: caseSchema,
  expected: z.enum(['allowed', 'explicitDeny', 'implicitDeny', 'undetermined']),
})

const fileSchema = z.strictObject({
  whydenied: z.literal(1),
  case: caseSchema,
  saved: z.array(saved).max(1000).default([]),
  note: z.string().max(4000).optional(),
})

/** A saved request, with the answer that it must keep when the policies change. Its own policies are empty. */
export interface SavedCase {
  readonly name: string
  readonly given: Case
  readonly expected: Decision
}

export interface CaseFile {
  readonly given: Case
  readonly saved: readonly SavedCase[]
  /** For people who open the file in an editor: what was replaced, and what stays readable. */
  readonly note?: string | undefined
}

/** What was read, or one sentence about what is wrong with it. */
export type CaseRead = { readonly ok: true; readonly file: CaseFile } | { readonly ok: false; readonly problem: string }

/** The case as the text of a file. */
export const writeCaseFile = ({ given, saved, note }: CaseFile): string =>
  `${JSON.stringify({ whydenied: 1, ...(note === undefined ? {} : { note }), case: given, saved }, null, 2)}\n`

/** Reads such a text; whatever else it is gives a sentence with the place. */
export function readCaseFile(text: string): CaseRead {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { ok: false, problem: `This is not a case file: ${error instanceof Error ? error.message : 'no JSON'}.` }
  }
  const read = fileSchema.safeParse(json)
  if (read.success) return { ok: true, file: { given: read.data.case, saved: read.data.saved } }
  const [issue] = read.error.issues
  return {
    ok: false,
    problem: `This is not a case file: at ${issue?.path.join('.') || 'its start'}: ${issue?.message}.`,
  }
}

/** The case as the fragment of a link, compressed; undefined where it would be too long to be passed on. */
export const toFragment = (file: CaseFile): Promise<string | undefined> =>
  packFragment(JSON.stringify({ whydenied: 1, case: file.given, saved: file.saved }))

/** Reads the fragment of a link, within bounds. */
export async function fromFragment(fragment: string): Promise<CaseRead> {
  const unpacked = await unpackFragment(fragment)
  if (unpacked.ok) return readCaseFile(unpacked.text)
  return {
    ok: false,
    problem:
      unpacked.why === 'too-large'
        ? 'The case in this link is too large to be opened.'
        : 'The case in this link is cut or broken. Ask for the link again, or for the case as a file.',
  }
}
