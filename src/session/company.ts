import { isAccountId } from '../iam/index.ts'
import { type JsonNode, positionAt, readJson, type Span } from '../text/index.ts'
import { problemWords } from '../words/index.ts'
import { z } from './schema.ts'

const words = z.string().min(1).max(500)
const webAddress = z
  .string()
  .max(2000)
  .refine((text) => /^(?:https?:\/\/|mailto:)/.test(text), 'must begin with https://, http:// or mailto:')

const schema = z.strictObject({
  name: words.optional(),
  contact: webAddress.optional(),
  ticket: webAddress.refine(holdsText, 'must hold {text} behind a ? or a #, where the request goes').optional(),
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
  declarativePolicyTexts: z
    .array(words.refine((text) => text.trim().length >= 12, 'must have at least 12 characters'))
    .max(50)
    .optional(),
  links: z
    .array(z.strictObject({ title: words, href: webAddress }))
    .max(20)
    .optional(),
  sharing: z.boolean().optional(),
  embedIn: z
    .array(z.string().refine(isOrigin, 'must be an origin such as https://portal.example.com, without a path'))
    .max(50)
    .optional(),
  dateLanguage: z.string().refine(isLanguage, 'must be a language such as en-GB or de').optional(),
})

/** What a company says about itself in `whydenied.config.json`. */
export type Company = z.infer<typeof schema>

/** The settings, or what is wrong with the file: a sentence for each mistake, with its place. */
export interface CompanyRead {
  readonly company: Company
  readonly problems: readonly string[]
}

/** Reads the settings. Invalid settings are reported and ignored; the others apply. Never throws. */
export function readCompany(text: string): CompanyRead {
  const { value: tree, problems: slips } = readJson(text)
  const at = (span: Span | undefined): string => {
    const { line, column } = positionAt(text, span?.from ?? 0)
    return `line ${line}, column ${column}`
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const told = slips.map((slip) => {
      const { message, expected } = problemWords(slip)
      return `${upper(at(slip.span))}: ${message}; expected ${expected}.`
    })
    return { company: careful, problems: told.length > 0 ? told : ['It is no JSON.'] }
  }
  const all = schema.safeParse(json)
  if (all.success) return { company: all.data, problems: [] }
  const problems = all.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${upper(at(placeOf(tree, [...issue.path, key])))}: unknown setting “${key}”.`)
      : `${upper(at(placeOf(tree, issue.path)))}, ${issue.path.join('.') || 'the file'}: ${reason(issue)}.`,
  )
  const wrong = new Set(
    all.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
    ),
  )
  const rest = typeof json === 'object' && json !== null ? Object.entries(json).filter(([key]) => !wrong.has(key)) : []
  const some = schema.safeParse(Object.fromEntries(rest))
  const company = some.success ? some.data : {}
  return { company: wrong.has('sharing') || !some.success ? { ...company, ...careful } : company, problems }
}

/** For a wrong key, zod gives the reason one level below. */
const reason = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message

/** A setting about sharing that can't be read most likely meant to turn sharing off. */
const careful: Company = { sharing: false }

const upper = (place: string): string => place.replace(/^l/, 'L')

/** The location of the value at a path, or of the innermost existing value around it. */
function placeOf(tree: JsonNode | undefined, path: readonly PropertyKey[]): Span | undefined {
  const [step, ...rest] = path
  if (step === undefined) return tree?.span
  if (tree?.kind === 'array') return placeOf(tree.items[Number(step)], rest) ?? tree.span
  if (tree?.kind !== 'object') return tree?.span
  const found = tree.members.findLast(({ key }) => key.value === step)
  return found ? (rest.length > 0 ? placeOf(found.value, rest) : found.key.span) : tree.span
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** In the host or the path of a URL, it would lead to a different site. */
function holdsText(address: string): boolean {
  const query = address.search(/[?#]/)
  return query !== -1 && address.indexOf('{text}') > query
}
