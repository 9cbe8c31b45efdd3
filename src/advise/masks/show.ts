import { plainDetails, type Verdict } from '../../evaluate/index.ts'
import type { Change, Edit } from '../../text/index.ts'
import type { Case } from '../diagnosis.ts'
import type { Mask } from '../mask.ts'
import type { Diagnosis, Fix } from '../written.ts'
import { fillDocument, type Shift, standIns } from './fill.ts'

/** Fields whose text goes into a shell or a tool: there a mask becomes a plain word. */
const forTools: ReadonlySet<string> = new Set(['command', 'script', 'fetchScript', 'deliveries'])

/**
 * The diagnosis of a filled case, as the user wrote it: the masks stand where they stood, places point into the documents that were given. Changes
 * of those documents become one change each, from the first character that differs to the last.
 */
export function showMasks(diagnosis: Diagnosis, given: Case, masks: readonly Mask[]): Diagnosis {
  const shifts = given.policies.map(({ text }) => fillDocument(text, masks, standIns(masks)).shifts)
  const shown = structuredClone(withPlainVerdicts(diagnosis))
  restore(shown, { masks, shifts, own: undefined, isForTools: false })
  return {
    ...shown,
    fixes: shown.fixes.map((fix) => asWritten(fix, given)),
    otherWay: shown.otherWay && asWritten(shown.otherWay, given),
  }
}

/** A copy holds what an object has itself: a verdict's details and a gate's statements, which are worked out when they're read, would be lost. */
function withPlainVerdicts(diagnosis: Diagnosis): Diagnosis {
  const plain = (verdict: Verdict): Verdict => ({
    ...verdict,
    ...plainDetails(verdict),
    gates: verdict.gates.map((gate) => ({ ...gate, statements: gate.statements })),
  })
  const proven = (fix: Fix): Fix => ({
    ...fix,
    proof: { ...fix.proof, before: plain(fix.proof.before), after: plain(fix.proof.after) },
  })
  return {
    ...diagnosis,
    verdict: diagnosis.verdict && plain(diagnosis.verdict),
    fixes: diagnosis.fixes.map(proven),
    otherWay: diagnosis.otherWay && proven(diagnosis.otherWay),
  }
}

interface Walk {
  readonly masks: readonly Mask[]
  readonly shifts: readonly (readonly Shift[])[]
  /** What moved in the policy that is spoken of. */
  readonly own: readonly Shift[] | undefined
  readonly isForTools: boolean
}

/** Changes all texts and places of a value that nothing else holds. Ends at numbers, texts and the like. */
function restore(value: unknown, walk: Walk): void {
  if (typeof value !== 'object' || value === null) return
  if (value instanceof Map) {
    for (const [key, item] of value) {
      if (typeof item === 'string') value.set(key, masked(item, walk))
      else restore(item, walk)
    }
    return
  }
  const index = numberAt(value, 'policyIndex') ?? numberAt(Reflect.get(value, 'ref'), 'policyIndex')
  const inner = index === undefined ? walk : { ...walk, own: walk.shifts[index] }
  const [from, to] = [numberAt(value, 'from'), numberAt(value, 'to')]
  if (inner.own && from !== undefined && to !== undefined) {
    Reflect.set(value, 'from', movedBack(from, inner.own))
    Reflect.set(value, 'to', movedBack(to, inner.own))
  }
  for (const key of Object.keys(value)) {
    const item: unknown = Reflect.get(value, key)
    const isForTools = walk.isForTools || forTools.has(key)
    if (typeof item === 'string') Reflect.set(value, key, masked(item, { ...inner, isForTools }))
    else restore(item, { ...inner, isForTools })
  }
}

function numberAt(value: unknown, key: string): number | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'number' ? found : undefined
}

const masked = (text: string, { masks, isForTools }: Pick<Walk, 'masks' | 'isForTools'>): string =>
  masks.reduce((shown, mask) => shown.replaceAll(mask.standIn, () => (isForTools ? plain(mask) : mask.text)), text)

/** A word that a shell takes as it is; else a placeholder, because the word without its brackets would look like a real name. */
function plain({ text, kind }: Mask): string {
  if (/^[\w-]{1,80}$/.test(text)) return text
  const [, inside = ''] = /^[<[{(%$]{1,3}\s*([a-z][\w -]{0,40}?)\s*[>\]})%]{0,2}$/i.exec(text) ?? []
  const word = inside.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase()
  return `<${word || (kind === 'account' ? 'ACCOUNT_ID' : 'NAME')}>`
}

/** The place in the document as it was given. */
function movedBack(at: number, shifts: readonly Shift[]): number {
  const before = shifts.findLast(({ to }) => to <= at)
  return at - (before?.by ?? 0)
}

/** A fix whose edit fits the document that was given. */
function asWritten<
  T extends {
    readonly policyIndex: number | undefined
    readonly edit: Edit | undefined
    readonly before: string
    readonly after: string
  },
>(fix: T, given: Case): T {
  const before = fix.policyIndex === undefined ? undefined : given.policies[fix.policyIndex]?.text
  if (before === undefined || !fix.edit || fix.before !== before) return fix
  return { ...fix, edit: { ...fix.edit, changes: [changeBetween(before, fix.after)] } }
}

function changeBetween(before: string, after: string): Change {
  let from = 0
  while (from < before.length && before[from] === after[from]) from++
  let [to, end] = [before.length, after.length]
  while (to > from && end > from && before[to - 1] === after[end - 1]) {
    to--
    end--
  }
  return { span: { from, to }, insert: after.slice(from, end) }
}
