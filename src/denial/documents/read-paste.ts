import {
  holdsDoubleBraces,
  holdsMarks,
  indexOf,
  type JsonNode,
  type Place,
  placesBetween,
  readJson,
  type Span,
  withoutMarks,
  writeJson,
} from '../../text/index.ts'
import type { Denial } from '../denial.ts'
import { type Entity, entitiesIn, isAccountListing, type Mention, mentionsIn } from './account-details.ts'
import { reducedListing } from './big-listing.ts'
import { placesInBlock } from './block-places.ts'
import { asBoundary, boundariesIn, boundaryVariables, variableBefore } from './boundaries.ts'
import { withPrincipals } from './cdk-trust.ts'
import { cutsOf } from './cuts.ts'
import { withoutChanges } from './diffs.ts'
import { endsOpen } from './ends-open.ts'
import { type FoundPolicy, policiesIn } from './find-policies.ts'
import { holdsFunctions, withoutFunctions } from './functions.ts'
import { labelAbove } from './label.ts'
import type { Languages } from './languages.ts'
import { notesBySpan, type ReadNote, type Unread } from './notes.ts'
import type { Paste, PastedPolicy } from './pasted.ts'
import { pick } from './pick.ts'
import { attachmentsIn, holdersOf } from './policy-holders.ts'
import { programHolders } from './program-holders.ts'
import { reachOf } from './reach.ts'
import { withSelf } from './serverless.ts'
import { type Told, toldBy } from './shapes.ts'
import type { Source } from './source.ts'
import { sourcesIn } from './sources.ts'
import { placesInString } from './string-places.ts'
import { documentName, documentsUsed, withLocals } from './terraform.ts'
import { objectsOf, type Trail, textAt, unquoted } from './tree.ts'
import { unreadIn } from './unread.ts'

/** A paste with its documents taken out; whose policies they are isn't sorted out yet. */
export interface Documents extends Omit<Paste, 'leftOut'> {
  /** Users, groups, and roles of an account's listing. */
  readonly entities: readonly Entity[]
  /** Long listings, which are read once it's known whom they concern. */
  readonly listings: readonly Span[]
}

/**
 * Cuts policies out of a paste, whether they are on their own or in command-line output, templates, plans, or programs, and finds what they are
 * attached to if the paste shows it. `languages` reads what isn’t JSON; without it, only JSON is found. `keepsAlike`: two documents with the same
 * text count as two, because something else says what each is attached to.
 */
export function documentsIn(text: string, languages: Languages = {}, keepsAlike = false): Documents {
  const { text: plain, notes: changes } = withoutChanges(withoutQuoteMarks(text))
  const { sources, listings, unread } = sourcesIn(plain, languages)
  const parts = withHolders(
    keptTogether(sources, plain).map((source) => partOf(source, plain, changes)),
    plain,
  )
  const used = parts.filter(isUsed)
  const all = used.flatMap((part) => part.policies)
  const policies = keepsAlike ? all : unique(all)
  return {
    rest: without(text, [
      ...used.filter((part) => !saysQuarantine(part)).flatMap((part) => cutsOf(part, text)),
      ...listings.map((span) => ({ span })),
    ]),
    listings,
    policies,
    entities: used.flatMap(({ tree }) => entitiesIn(tree)),
    unread: [...unread, ...hiddenPolicies(changes, policies), ...parts.flatMap((part) => unreadIn(part, text))],
    caller: used.flatMap(({ tree }) => callerIn(tree))[0],
    simulated: used.flatMap(({ tree }) => simulatedIn(tree))[0],
    mentions: missing(
      used.flatMap(({ tree }) => (isAccountListing(tree) ? [] : mentionsIn(tree))),
      policies,
    ),
  }
}

/** Resources of a plan that hides so much of their policies that these can't be read. */
const hiddenPolicies = (changes: readonly ReadNote[], policies: readonly PastedPolicy[]): readonly Unread[] =>
  changes.flatMap(({ code, span }) => {
    const within = ({ from, to }: Span): boolean => span.from <= from && to <= span.to
    const hidden = changes.find((note) => note.code === 'left-out' && within(note.span))
    if (code !== 'changed' || hidden?.code !== 'left-out' || policies.some((policy) => within(policy.span))) return []
    return [{ span, language: 'Terraform', reason: { code: 'hidden', what: hidden.what }, at: hidden.span.from }]
  })

/** The text with the marks of quoted lines in mails and Markdown made blank, character for character. */
const withoutQuoteMarks = (text: string): string =>
  /^[ \t]{0,8}>/m.test(text) ? text.replace(/^[ \t]{0,8}(?:> ?){1,9}/gm, (marks) => ' '.repeat(marks.length)) : text

/** The policies that apply to the denied caller; the other policies of an account’s listing are only counted. `text` is the paste. */
export function concerning(
  { entities, listings, ...paste }: Documents,
  { principal, resource }: Pick<Denial, 'principal' | 'resource'>,
  text: string,
): Paste {
  const asked = { caller: principal ?? paste.caller, resource }
  const reduced = listings.map((span) => ({ span, ...reducedListing(text, span, asked) }))
  const parts = reduced.map(({ span, tree }) => partOf({ span, language: 'JSON', tree, isCutOff: false }, text))
  const policies = [...paste.policies, ...parts.flatMap((part) => part.policies)]
  const all = [...entities, ...parts.flatMap(({ tree }) => entitiesIn(tree))]
  // From a long listing, only the parts about the caller were read, so the reach of a policy isn’t known.
  const told = listings.length > 0 ? policies : policies.map((policy) => ({ ...policy, reach: reachOf(policy, all) }))
  const picked = all.length > 0 ? pick(told, all, asked) : policies
  const unasked = reduced.reduce((sum, { leftOut }) => sum + leftOut, 0)
  const leftOut = policies.length - new Set(picked.map(({ span }) => span.from)).size + unasked
  return { ...paste, policies: picked, leftOut }
}

/** The sources with what the pieces of one program keep in variables. */
function keptTogether(sources: readonly Source[], text: string): readonly Source[] {
  const code = sources.filter(({ language }) => language === 'code')
  if (code.length === 0) return sources
  const trees = withPrincipals(
    code.map(({ tree }) => tree),
    text,
  )
  return sources.map((source) => {
    const at = code.indexOf(source)
    return { ...source, tree: trees[at] ?? source.tree }
  })
}

interface Part extends Source {
  readonly policies: readonly PastedPolicy[]
  /** Where each of the policies is. */
  readonly trails: readonly Trail[]
}

/** The parts with the holders of their policies: what a policy is attached to can be in another part. */
function withHolders(parts: readonly Part[], text: string): readonly Part[] {
  if (parts.every(({ policies }) => policies.length === 0)) return parts
  const inProgram = programHolders(text)
  const attachments = attachmentsIn(parts.flatMap(({ tree, language }) => (language === 'code' ? [] : tree)))
  return parts.map((part) => ({
    ...part,
    policies: part.policies.map((policy, i) => {
      const trail = part.trails[i] ?? []
      const holders =
        policy.policyType === 'resource'
          ? undefined
          : part.language === 'code'
            ? inProgram(policy.span, trail)
            : holdersOf(trail, attachments)
      return holders ? { ...policy, holders } : policy
    }),
  }))
}

function partOf(source: Source, text: string, changes: readonly ReadNote[] = []): Part {
  const { span, language } = source
  const isCutOff = source.isCutOff || endsOpen(source, text)
  const { tree: read, notes } = withoutFunctions(source.tree)
  const whole = language === 'Terraform' ? withLocals(read) : language === 'YAML' ? withSelf(read) : read
  // Every policy in a file asks its outermost object for what is said about it.
  const tree = whole.kind === 'object' ? { ...whole, ...indexOf(whole.members) } : whole
  const label = labelAbove(text, span.from)
  const used = language === 'Terraform' ? documentsUsed(tree) : new Map<string, Told>()
  const boundaries = language === 'code' ? boundaryVariables(text, span) : boundariesIn(tree)
  const notesAbout = notesBySpan([...notes, ...changes])
  const all = [...policiesIn(tree)].filter(isCurrent)
  const policies = all.map((found): PastedPolicy => {
    const variable = language === 'code' ? variableBefore(text, found.node.span.from) : undefined
    const around = used.get(documentName(found.trail) ?? '') ?? toldBy(found.trail)
    const told = asBoundary(around, { trail: found.trail, variable }, boundaries)
    const isAlone = found.trail.length === 0 && label !== undefined
    const { node } = found
    const inside = notesAbout(node.span)
    const cut: readonly ReadNote[] = isCutOff ? [{ code: 'cut-off', span: { from: span.to, to: span.to } }] : []
    return {
      ...told,
      name: told.name ?? label?.name,
      target: label?.target,
      ...(isAlone ? { policyType: label.policyType, because: `the line above it says “${label.line}”` } : {}),
      span: node.span,
      ...documentText(found, text, language),
      language,
      notes: [...found.notes, ...inside, ...cut],
    }
  })
  const from = policies.length > 0 ? (label?.commentFrom ?? span.from) : span.from
  return { span: { ...span, from }, language, tree, isCutOff, policies, trails: all.map(({ trail }) => trail) }
}

/** AWS attaches this policy to a user whose key leaked. Its name in a list is all that there is to know, so the list stays where it counts. */
const saysQuarantine = ({ tree, policies }: Part): boolean =>
  policies.length === 0 && mentionsIn(tree).some(({ name }) => name.startsWith('AWSCompromisedKeyQuarantine'))

const isUsed = ({ tree, policies }: Part): boolean =>
  policies.length > 0 ||
  isAccountListing(tree) ||
  mentionsIn(tree).length > 0 ||
  callerIn(tree).length > 0 ||
  simulatedIn(tree).length > 0

/** Of the versions of a managed policy only the default one counts. */
const isCurrent = ({ trail }: FoundPolicy): boolean => {
  const version = trail.at(-1)?.object
  return !version?.members.some(
    ({ key, value }) =>
      key.value === 'IsDefaultVersion' && value.kind === 'boolean' && !value.value && trail.length > 2,
  )
}

/** The policy as JSON: as written in the text if that is JSON, otherwise generated. */
function documentText(
  { node, isMade }: FoundPolicy,
  text: string,
  language: Source['language'],
): Pick<PastedPolicy, 'text' | 'places'> {
  if (node.kind === 'string') return quotedText(node, text)
  const written = text.slice(node.span.from, node.span.to)
  const isJson = language === 'JSON' || readJson(written).problems.length === 0
  // Terraform's "$${" is AWS's "${".
  const isEscaped = language === 'Terraform' && /[$%]{2}\{/.test(written)
  const isFilled = isEscaped || (language !== 'JSON' && holdsDoubleBraces(written))
  if (isMade || !isJson || isFilled || holdsFunctions(written)) return writeJson(node)
  const own = outdented(written)
  const read = readJson(own).value
  return { text: own, places: read ? placesBetween(read, node) : [] }
}

/** A policy inside a string: its parts stand where the string has them, if that's certain, and all of it where the string does. */
function quotedText(
  node: Extract<JsonNode, { kind: 'string' }>,
  source: string,
): Pick<PastedPolicy, 'text' | 'places'> {
  const text = unquoted(node.value)
  const { value, problems } = text.includes('\n') ? { value: undefined, problems: [] } : readJson(text)
  const written = value && problems.length === 0 ? writeJson(withoutFunctions(value).tree) : undefined
  const own = written?.text ?? withValues(text)
  const whole = { at: { from: 0, to: own.length }, from: node.span }
  const inBlock = placesInBlock(own, node, source)
  if (inBlock.length > 0) return { text: own, places: [whole, ...inBlock] }
  // "%7B…" and what a template's marks make longer or shorter stand elsewhere.
  const isAlike = node.value.trim() === text && (written !== undefined || own.length === text.length)
  const inString = isAlike ? placesInString(written?.places ?? placesOfItself(own), node, source) : []
  return { text: own, places: [whole, ...inString] }
}

function placesOfItself(text: string): readonly Place[] {
  const { value } = readJson(text)
  return value ? placesBetween(value, value) : []
}

/** A template in a text of its own: what it puts in is a symbol. */
function withValues(text: string): string {
  const isTemplate = holdsDoubleBraces(text) || (holdsMarks(text) && readJson(text).problems.length > 0)
  if (!isTemplate) return text
  const filled = withoutMarks(text, 'json')
  return readJson(filled).problems.length === 0 ? filled : text
}

/** The lines moved to the left as far as the last one, which closes the document. */
function outdented(text: string): string {
  const [first = '', ...lines] = text.split(/\r?\n/)
  const indent = /^[ \t]*/.exec(lines.at(-1) ?? '')?.[0] ?? ''
  return [first, ...lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))].join('\n')
}

/** The text without these parts; what then is only brackets, commas and blanks is nothing. */
function without(text: string, parts: readonly Pick<Part, 'span'>[]): string {
  let at = 0
  let rest = ''
  for (const { span } of [...parts].sort((a, b) => a.span.from - b.span.from)) {
    rest += text.slice(at, span.from)
    at = Math.max(at, span.to)
  }
  rest += text.slice(at)
  if (parts.length === 0) return text
  return /[\p{L}\p{N}]/u.test(rest) ? rest.trim() : ''
}

/** A plan contains each policy twice. */
function unique(policies: readonly PastedPolicy[]): readonly PastedPolicy[] {
  const seen = new Set<string>()
  return policies.filter(({ text, policyType, holder, name, arn, target }) => {
    const key = JSON.stringify([text.replaceAll(/\s/g, ''), policyType, holder, target, arn ?? name])
    return !seen.has(key) && seen.add(key)
  })
}

function callerIn(tree: JsonNode): readonly string[] {
  if (tree.kind !== 'object' || textAt(tree, 'UserId') === undefined || textAt(tree, 'Account') === undefined) return []
  const arn = textAt(tree, 'Arn')
  return arn === undefined ? [] : [arn]
}

function simulatedIn(tree: JsonNode): readonly { readonly action: string; readonly resource: string }[] {
  return [...objectsOf(tree)].flatMap((object) => {
    const [action, decision] = [textAt(object, 'EvalActionName'), textAt(object, 'EvalDecision')]
    if (action === undefined || !/deny/i.test(decision ?? '')) return []
    return [{ action, resource: textAt(object, 'EvalResourceName') ?? '*' }]
  })
}

function missing(mentions: readonly Mention[], policies: readonly PastedPolicy[]): readonly Mention[] {
  const there = new Set(policies.flatMap(({ arn, name }) => [arn, name]))
  return mentions.filter(({ id, name }) => !there.has(id) && !there.has(name))
}
