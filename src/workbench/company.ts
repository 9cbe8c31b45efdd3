import { z } from 'zod'
import { isAccountId } from '../iam/index.ts'

const words = z.string().min(1).max(500)
const webAddress = z
  .string()
  .max(2000)
  .refine((text) => /^(?:https?:\/\/|mailto:)/.test(text), 'must begin with https://, http:// or mailto:')

const schema = z.strictObject({
  name: words.optional(),
  contact: webAddress.optional(),
  ticket: webAddress.refine((text) => text.includes('{text}'), 'must hold {text}, where the request goes').optional(),
  accounts: z.record(z.string().refine(isAccountId, 'must be an account number of 12 digits'), words).optional(),
  scps: z
    .array(
      z.strictObject({
        name: words,
        target: z.string().max(200).optional(),
        policy: z.record(z.string(), z.unknown()),
      }),
    )
    .max(50)
    .optional(),
  links: z
    .array(z.strictObject({ title: words, href: webAddress }))
    .max(20)
    .optional(),
  sharing: z.boolean().optional(),
  dateLanguage: z.string().refine(isLanguage, 'must be a language such as en-GB or de').optional(),
})

/** What a company says about itself in `whydenied.config.json`. */
export type Company = z.infer<typeof schema>

/** The settings, or what is wrong with the file: a sentence for each mistake, with its place. */
export interface CompanyRead {
  readonly company: Company
  readonly problems: readonly string[]
}

/** Reads the settings. What is wrong is left out and told; the rest holds. Never throws. */
export function readCompany(text: string): CompanyRead {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { company: {}, problems: [`It is no JSON: ${error instanceof Error ? error.message : 'unreadable'}.`] }
  }
  const all = schema.safeParse(json)
  if (all.success) return { company: all.data, problems: [] }
  const problems = all.error.issues.map(({ path, message }) => `${path.join('.') || 'The file'}: ${message}.`)
  const wrong = new Set(
    all.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
    ),
  )
  const rest = typeof json === 'object' && json !== null ? Object.entries(json).filter(([key]) => !wrong.has(key)) : []
  const some = schema.safeParse(Object.fromEntries(rest))
  return { company: some.success ? some.data : {}, problems }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
