import type { Denial } from '../../denial/index.ts'
import { isAccountId, isMaskedAccount, isSymbolName, masksInName, splitArn } from '../../iam/index.ts'
import type { Case } from '../diagnosis.ts'
import type { Mask } from '../mask.ts'
import { withoutKind } from '../stand-in.ts'
import { bareNameOf } from './bare-name.ts'

/** A mask as it's written. */
export type FoundMask = readonly [mask: string, kind: Mask['kind']]

/** More masks than these aren't told apart from what they could be. */
const most = 12

/** The masks in the ARNs of a case: those of the message, and those of the policies. */
export function findMasks(
  given: Case,
  denial: Denial,
  masksOfPolicy: (text: string) => readonly FoundMask[] = masksIn,
): readonly Mask[] {
  const asked = [given.principal, given.resource, denial.principal, denial.resource, denial.policyArn].flatMap(
    (text) => (text === undefined ? [] : [withoutKind(text)]),
  )
  const found = new Map<string, FoundMask[1]>()
  for (const mask of [given.principal, denial.principal].flatMap(accountOfCaller)) found.set(mask, 'account')
  for (const text of asked) for (const [mask, kind] of masksOf(text)) found.set(mask, found.get(mask) ?? kind)
  for (const text of [given.resource, denial.resource])
    for (const mask of masksInBareName(text ?? '')) found.set(mask, found.get(mask) ?? 'name')
  // What a template leaves open is a symbol already; it's a mask where the message has it too.
  for (const { text } of given.policies)
    for (const [mask, kind] of masksOfPolicy(text)) if (!found.has(mask)) found.set(mask, kind)
  if (found.size === 0) return []
  const texts = [...asked, ...given.policies.flatMap(({ text }) => [...stringsIn(text)])]
  const all = texts.join('\n')
  const accounts = new Set(texts.flatMap(accountsIn))
  const masks = [...found].slice(0, most).map(([text, kind], i): Mask => {
    const standIn = kind === 'account' ? freshAccount(all, i) : `masked${i + 1}${freshEnd(all)}`
    return { text, kind, standIn, couldBe: [] }
  })
  return masks.map((mask) => ({ ...mask, couldBe: couldBe(mask, { masks, accounts, texts }) }))
}

/** AWS always writes a caller's account as digits, so any other word there hides it. */
function accountOfCaller(principal: string | undefined): readonly string[] {
  const [arn, , service, , account = ''] = splitArn(principal ?? '') ?? []
  const isHidden = arn === 'arn' && (service === 'sts' || service === 'iam') && /^[\w-]{2,40}$/.test(account)
  return isHidden && account !== 'aws' && !isAccountId(account) ? [account] : []
}

/** The masks in a policy's ARNs. */
export const masksIn = (text: string): readonly FoundMask[] =>
  [...arnsIn(text)].flatMap((arn) => [...masksOf(arn)]).filter(([mask]) => !isVariable(mask))

const isVariable = (mask: string): boolean => /^\$\{.*\}$/.test(mask)

/** Every quoted string of a document, as it's written. */
function* stringsIn(text: string): Generator<string> {
  for (const [, inner = ''] of text.matchAll(/"((?:[^"\\\n]|\\.){1,2000})"/g)) yield inner
}

/** The quoted strings that are ARNs. Most cases have no masks, so everything else isn't looked at. */
function* arnsIn(text: string): Generator<string> {
  for (const [, arn = ''] of text.matchAll(/"(arn:(?:[^"\\\n]|\\.){1,2000})"/g)) yield arn
}

/** The masks of an ARN; of a text that is nothing else, the mask that it is. */
function* masksOf(text: string): Generator<FoundMask> {
  const parts = splitArn(text)
  if (parts?.[0] !== 'arn') return
  const [, , service, region, account, resource] = parts
  if (isMaskedAccount(account)) yield [account, 'account']
  for (const part of [service, region, resource])
    for (const mask of masksInName(part)) if (!isVariable(mask) || isSymbolName(mask.slice(2, -1))) yield [mask, 'name']
}

/** IAM names roles and users without their ARN: "role shop-***-api". Dots, blanks, and a word alone aren't a name with a mask in it. */
const masksInBareName = (text: string): readonly string[] => {
  const name = bareNameOf(text)
  return masksInName(name).filter((mask) => mask !== name && !isVariable(mask))
}

const accountsIn = (text: string): readonly string[] => {
  const account = isAccountId(text) ? text : splitArn(text)?.[4]
  return account !== undefined && isAccountId(account) ? [account] : []
}

/** AWS gives no account a number like this; one that the case holds is passed over. */
function freshAccount(all: string, i: number): string {
  for (let number = 900_000_000_001 + i * 1_000; ; number++) if (!all.includes(String(number))) return String(number)
}

function freshEnd(all: string): string {
  for (let end = 'q'; ; end += 'q') if (!all.includes(`masked${end}`) && !/masked\d+q/.test(all)) return end
}

interface Around {
  readonly masks: readonly Mask[]
  readonly accounts: ReadonlySet<string>
  readonly texts: readonly string[]
}

/** Candidates for a masked value: an account of the case, another masked one, or the same part of other ARNs. */
function couldBe({ text, kind }: Mask, { masks, accounts, texts }: Around): readonly string[] {
  if (kind === 'account') {
    const others = masks.filter((mask) => mask.kind === 'account' && mask.text !== text)
    return [...accounts, ...others.map(({ standIn }) => standIn)].slice(0, mostValues)
  }
  const found = new Set<string>()
  for (const own of texts) {
    const at = own.indexOf(text)
    if (at < 0) continue
    const end = run(own.slice(at + text.length))
    for (const other of texts) {
      if (!other.startsWith(own.slice(0, at))) continue
      const value = run(other.slice(at))
      if (value.length > end.length && value.endsWith(end) && !value.includes(text))
        found.add(value.slice(0, value.length - end.length))
    }
  }
  return [...found].slice(0, mostValues)
}

/** What a text begins with, up to the end of this part of an ARN. */
const run = (text: string): string => /^[^:/*?"]{0,200}/.exec(text)?.[0] ?? ''

const mostValues = 6
