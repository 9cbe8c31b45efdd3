// Every check as its page shows it: what it says about its own wrong example, and what its fix makes of it.
import { policyTypeNames, statementElements } from '../iam/index.ts'
import { checkGroups, checks, type FindingType, lint } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'
import { checkSlug } from '../session/check-slug.ts'
import { applyEdit } from '../text/index.ts'

/** One check, ready to be shown. */
export interface CheckEntry {
  readonly code: string
  /** How Access Analyzer spells it; undefined where it has no such check. */
  readonly awsCode: string | undefined
  /** The page's address below "checks/". */
  readonly slug: string
  readonly type: FindingType
  readonly title: string
  /** "identity-based policy", …: where it applies. */
  readonly policyTypes: readonly string[]
  readonly appliesToAll: boolean
  /** What the check says about the wrong example, and in which of its lines. */
  readonly message: string
  readonly line: number
  /** The element it is about: "Condition", "Resource", "Statement", "The whole policy". */
  readonly element: string
  readonly wrong: string
  readonly right: string
  readonly fix: { readonly title: string; readonly after: string } | undefined
  readonly source: string
}

const made = new WeakMap<Reference, readonly CheckEntry[]>()

/** All checks, by code: worked out once for all pages that show them. */
export function checkCatalogue(reference: Reference): readonly CheckEntry[] {
  const entries =
    made.get(reference) ??
    checks.map((check) => entryOf(check, reference)).sort((a, b) => a.code.localeCompare(b.code, 'en'))
  made.set(reference, entries)
  return entries
}

function entryOf(check: (typeof checks)[number], reference: Reference): CheckEntry {
  const { code, own, awsCode = code, type, title, policyTypes, wrong, right, source, exampleOf: resourceType } = check
  const [policyType = 'identity'] = policyTypes
  const found = lint({ text: wrong, policyType, resourceType, reference, groups: checkGroups }).find(
    (finding) => finding.code === code,
  )
  if (!found) throw new Error(`${code} says nothing about its own wrong example`)
  const allTypes = Object.keys(policyTypeNames).length
  return {
    code,
    awsCode: own ? undefined : awsCode,
    slug: checkSlug(code),
    type,
    title,
    policyTypes: policyTypes.map((each) => policyTypeNames[each]),
    appliesToAll: policyTypes.length === allTypes,
    message: found.message,
    line: found.line,
    element: elementOf(found.path),
    wrong,
    right,
    fix: found.fix && { title: found.fix.title, after: applyEdit(wrong, found.fix) },
    source,
  }
}

/** "/Statement/0/Condition/…" is about Condition. */
function elementOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/').slice(1)
  if (first !== 'Statement') return elements.has(first) ? first : 'The whole policy'
  const inside = /^\d+$/.test(second) ? third : second
  return elements.has(inside) ? inside : 'Statement'
}

const elements: ReadonlySet<string> = new Set(['Version', 'Id', ...statementElements])
