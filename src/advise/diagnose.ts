import { type Denial, type Reading, readAll } from '../denial/index.ts'
import type { Reference } from '../reference/index.ts'
import { messagesOf, type Text, type Translation, write } from '../words/index.ts'
import { withApiAccount } from './api-account.ts'
import { decide } from './decide.ts'
import type { Case, GivenPolicy } from './diagnosis.ts'
import { withAccount, withLeftOutAccounts } from './left-out-account.ts'
import { markStandIn } from './mark-stand-in.ts'
import type { Mask } from './mask.ts'
import { fillCase, fillDenial, findMasks, showMasks, standIns } from './masks/index.ts'
import { type PolicyReader, readsAnew, recognisePolicies } from './recognise-policies.ts'
import { secondDenials, withSecond } from './second-denial.ts'
import type { AlsoDenied } from './situation.ts'
import { listed } from './words.ts'
import { type Diagnosis, writeOut } from './written.ts'

const told = messagesOf('diagnose', {
  deniedOthers:
    'AWS denied the same action on {{others}}, too. A fix for the first resource alone leads to the next denial.',
  coversOthers: 'AWS denied the same action on {{others}}, too. The fix covers all of them.',
  hidesValueWe:
    '{{named}} hides a value. We assume that it hides the same value everywhere. Replace it with the real value in everything you copy.',
  hideValuesWe:
    '{{named}} hide values. We assume that each hides the same value everywhere. Replace them with the real values in everything you copy.',
})

/**
 * The whole answer to a case: what AWS denied, why, what to do, and fixes that are proved to work. Pure; never throws.
 * Without `reference` it still works, but doesn’t know which actions exist and which resources they act on. `reading` is the parsed paste,
 * if the caller has parsed it already; `reader` gives the policies that were read already. `translation` has the texts in another language; without it they're
 * in English.
 */
export function diagnose(
  given: Case,
  reference?: Reference,
  reading: Reading = readAll(given.paste),
  reader: PolicyReader = readsAnew,
  translation?: Translation,
): Diagnosis {
  const { leftovers, listed: documents } = reading
  const own = denialOf(given, reading)
  const read = { ...own, alsoDenied: alsoDenied(reading, own.denial), leftovers, listed: documents, reader }
  const first = answer(given, read, { reference, translation })
  const seconds = secondDenials(reading, own.denial).map((denial) =>
    answer(given, { ...read, denial, alsoDenied: [] }, { reference, translation, goesOn: false }),
  )
  return withSecond(withOthers(first, reading, translation), seconds, translation)
}

/** Of more kinds of denials than this, as in a log, each is a matter of its own. */
const mostTogether = 5

/** The other resources on which the paste’s only call is denied; of a few calls, what else the same caller was denied because nothing allows it. */
function alsoDenied({ denials }: Reading, denial: Denial): readonly AlsoDenied[] {
  const [group, ...more] = denials
  if (more.length === 0)
    return group.resources
      .map(withAccount)
      .filter((other) => other !== withAccount(denial.resource ?? ''))
      .map((resource) => ({ action: undefined, resource }))
  if (denials.length > mostTogether || denial.principal === undefined) return []
  return denials.flatMap(({ denial: { principal, action, effect }, resources }) => {
    const isOther = action !== undefined && action !== denial.action
    if (!isOther || principal !== denial.principal || effect === 'explicit-deny') return []
    return resources.map((resource) => ({ action, resource }))
  })
}

/** One call can be denied on several resources: all of them are told. */
function withOthers(diagnosis: Diagnosis, reading: Reading, translation: Translation | undefined): Diagnosis {
  const others = alsoDenied(reading, diagnosis.denial).flatMap(({ action, resource }) =>
    action === undefined ? [resource] : [],
  )
  if (others.length === 0) return diagnosis
  const isCovered = others.every((other) =>
    diagnosis.fixes.some(({ included }) => included.some(({ resource }) => resource === other)),
  )
  const notice = told(isCovered ? 'coversOthers' : 'deniedOthers', { others: listed(others) })
  return { ...diagnosis, notices: [...diagnosis.notices, write(notice, translation)] }
}

/** Why AWS denied something, without what to do about it. */
type CauseTold = Pick<Diagnosis['cause'], 'id' | 'title' | 'article' | 'explanation' | 'certainty'>

/**
 * The cause alone of a denial that was read already, with the caller's policies if they're known: for logs with many of them. It's the cause that `diagnose`
 * gives, but no fix is made and proved. `reader` gives the policies that were read already.
 */
export function causeOf(
  denial: Denial,
  reference?: Reference,
  policies: readonly GivenPolicy[] = [],
  reader: PolicyReader = readsAnew,
): CauseTold {
  const read = { denial, denials: [], alsoDenied: [], leftovers: [], listed: [], reader }
  const { id, title, article, explanation, certainty } = answer({ paste: '', policies }, read, {
    reference,
    goesOn: false,
  }).cause
  return { id, title, article, explanation, certainty }
}

type Read = Pick<Diagnosis, 'denial' | 'denials'> &
  Pick<Reading, 'leftovers' | 'listed'> & { readonly alsoDenied: readonly AlsoDenied[]; readonly reader: PolicyReader }

interface With {
  readonly reference: Reference | undefined
  /** False where only the cause is asked for: what to do about it is left out. */
  readonly goesOn?: boolean
  readonly translation?: Translation | undefined
}

/** The answer; what the user masked is filled in for it, and shown masked again. */
function answer(given: Case, own: Read, { reference, translation, goesOn = true }: With): Diagnosis {
  const asWritten = withLeftOutAccounts(own.denial)
  const read = { ...own, denial: withApiAccount(asWritten, given) }
  const masks = findMasks(given, read.denial, read.reader.masksIn)
  const knowing = { reference, goesOn }
  if (masks.length === 0) {
    const decided = writeOut(decide(given, { ...read, masks }, knowing), translation)
    return { ...markStandIn(decided, given), denial: asWritten }
  }
  const values = standIns(masks)
  const denial = fillDenial(read.denial, masks, values)
  const others = read.alsoDenied.flatMap(({ action, resource: written }) => {
    const { resource } = fillDenial({ ...read.denial, resource: written }, masks, values)
    return resource === undefined ? [] : [{ action, resource }]
  })
  const filled = decide(fillCase(given, masks, values), { ...read, denial, alsoDenied: others, masks }, knowing)
  const shown = markStandIn(showMasks(writeOut(filled, translation), given, masks), given)
  const { policies } = recognisePolicies(given, reference, read.denial.policyType, read.reader)
  return {
    ...shown,
    denial: asWritten,
    denials: read.denials,
    policies,
    notices: [...shown.notices, write(maskNotice(masks), translation)],
  }
}

/** What was done with the masks. */
function maskNotice(masks: readonly Mask[]): Text {
  const named = masks.map(({ text }) => `\`${text}\``).join(', ')
  return masks.length === 1 ? told('hidesValueWe', { named }) : told('hideValuesWe', { named })
}

/** The denial that is asked about. One alone is read with its places in the text; so is the first of several. */
function denialOf({ which = 0 }: Case, reading: Reading): Pick<Diagnosis, 'denial' | 'denials'> {
  const denials = reading.denials.length > 1 ? reading.denials : []
  return { denial: (which > 0 ? denials[which]?.denial : undefined) ?? reading.denial, denials }
}
