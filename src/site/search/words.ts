// What a text is searched by: its words, reduced to their stems, and the parts of the names in it.
import { stemmer } from 'stemmer'

/** A typed word: all of it, and its parts if it's a name such as "iam:PassRole" or "SignatureDoesNotMatch". Stems, in lower case. */
export interface Word {
  /** In lower case. */
  readonly typed: string
  readonly whole: string
  readonly parts: readonly string[]
}

/** Words in a text, in its order, without those that say nothing. Linear in the text. */
export function wordsOf(text: string): readonly Word[] {
  const found =
    withCompounds(text)
      .normalize('NFKC')
      .replaceAll(/[’']/g, '')
      .match(/[\p{L}\p{N}]+(?:[:_.*/-]+[\p{L}\p{N}]+)*/gu) ?? []
  return found.flatMap((token) => {
    if (token.length > longest || /^\d{1,2}$/.test(token)) return []
    const kind = kindOfId.exec(token)?.[0].toLowerCase()
    if (kind !== undefined) return [{ typed: kind, whole: kind, parts: [] }]
    const parts = partsOf(token)
    const whole = token.toLowerCase()
    const useful = parts.filter((part) => !stopWords.has(part)).map(stemmer)
    if (parts.length > 1)
      return [{ typed: whole, whole: /[^\p{L}\p{N}]/u.test(whole) ? whole : stemmer(whole), parts: useful }]
    return stopWords.has(whole) ? [] : [{ typed: whole, whole: stemmer(whole), parts: [] }]
  })
}

/** Words that mean something together and little alone: they become one. */
const compounds: readonly (readonly [words: RegExp, one: string])[] = [
  [
    /\b(?:everyone|everybody|anyone|all (?:users|people)) (?:with|who has|that has|having) (?:access|rights|permissions?)\b/gi,
    'whocan',
  ],
  [/\bwho (?:can|has access|could|(?:is|are) (?:allowed|able))\b/gi, 'whocan'],
  [/\b(?:wer (?:kann|darf|hat (?:zugriff|access))|qui peut|qui[eé]n puede|chi pu[oò]|quem pode)\b/gi, 'whocan'],
  [
    /\bwho(?:[’']s| has| did)? (?:(?:just|last) )?(?=(?:delete|create|change|modify|start|remove|did|done|made|(?!used|owned|needed|allowed|permitted|authorized)\w{3,30}ed)\b)/gi,
    'whodid ',
  ],
  [/\bwhat (?:can|may|could) (?=(?:\w{1,30} ){1,3}(?:do|access|reach|see|read|delete)\b)/gi, 'whatcan '],
  [
    /\bwhich (?:of (?:my|our|the) )?(?:polic(?:y|ies)|rule|gate|statement)(?= (?:(?:has|is|was) )?(?:den(?:y|ie|ying)|block|stop|refus|forbid|reject))/gi,
    'whichgate',
  ],
  [/\bwer (?=.{0,60}(?:gelöscht|geändert|gestartet|erstellt|angelegt)\b)/gi, 'whodid '],
  [/\b(?:turn|switch)(?:ed|s|ing)? (?:it |them )?on\b/gi, 'activate'],
  [/\b(?:(?:turn|switch)(?:ed|s|ing)? (?:it |them )?off|shut(?:s|ting)? (?:it |them )?down)\b/gi, 'deactivate'],
  // What isn't an X isn't about X.
  [/\b(?:not|isn[’']?t|no) an? (?=\p{L})/giu, 'nota '],
  [/\block(?:ed|s)?(?: (?:me|us|him|them|myself|ourselves|everyone|everybody))? out\b/gi, 'lockedout'],
  [/\b(?:an|one|1|60|3600) ?-?(?:h|hours?|min(?:ute)?s?|s|sec(?:ond)?s?)\b/gi, 'onehour'],
  [/\b(?:sign|log)(?:ging|ned)?[ -]?in\b/gi, 'signin'],
  [
    /\b(?:(?:don[’']?t|do not) want|should(?:n[’']?t| not)|must(?:n[’']?t| not)|not supposed)\b|\bnever(?= (?:see|have|get|be|read|open)\b)/gi,
    'prevent',
  ],
  // Names that begin with what they are.
  [/\bAWSServiceRoleFor\w{0,60}/g, 'service-linked-role'],
  [/\bcredit cards?\b/gi, 'creditcard'],
  [/\bfull ?aws ?access\b/gi, 'fullawsaccess'],
  [/\b(?:two|2|second|multi)[ -]?factors?(?:[ -]auth(?:entication)?)?\b/gi, 'mfa'],
  [/\bno longer\b|\banymore\b|\bany more\b/gi, ''],
  [/\b(?:on|off)[ -]?board(?:ing|ed)?\b/gi, 'onboard'],
  [/\be[ -]?mails?\b/gi, 'email'],
  [/\bwi-?fi\b/gi, 'network'],
  [/\bserver[ -]side[ -]encryption\b/gi, 'encryption'],
  [/\bair[ -]gapped\b/gi, 'airgapped'],
  [/\bself[ -]host(?:ed|ing)?\b/gi, 'selfhost'],
  [/\bwho ?am ?i\b/gi, 'whoami'],
  [/\bpermission[ -]sets?\b/gi, 'permissionset'],
  [/\borigin access (?:control|identity)\b|\boa[ci]\b/gi, 'originaccess'],
  [/\bblock public access\b|\bbpa\b/gi, 'blockpublicaccess'],
]

const withCompounds = (text: string): string =>
  compounds.reduce((changed, [words, one]) => changed.replaceAll(words, one), text)

/** The stems in a text, each as often as it occurs: of a name, its parts and all ways to write it in one word. */
export const termsOf = (text: string): string[] =>
  wordsOf(text).flatMap(({ whole, parts }) => (parts.length === 0 ? [whole] : [whole, ...joined(whole), ...parts]))

/** The plain words of a text in lower case, for spelling. */
export const plainWords = (text: string): readonly string[] =>
  wordsOf(text).flatMap(({ typed }) => typed.split(/[^\p{L}\p{N}]+/u).filter((piece) => piece.length > 3))

/** A word's stem. */
export const stemOf = (word: string): string => stemmer(word.toLowerCase())

/** "iam:passrole" is also found as "passrole", "single-sign-on" also as "singlesignon". */
function joined(whole: string): readonly string[] {
  const pieces = whole.split(/[^\p{L}\p{N}]+/u)
  return pieces.length === 1 ? [] : [pieces.join(''), ...pieces.filter((piece) => piece.length > 3)].map(stemOf)
}

/** The first four letters of AWS's IDs say of what: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const kindOfId = /^(?:A[BC]IA|A(?:GP|ID|IP|KI|NP|NV|PK|RO|SC|SI)A)(?=[\dA-Zx]{2})/

/** Longer runs are keys, tokens, and hashes: no one searches for a part of them. */
const longest = 60

/** "iam:PassRole" → iam, pass, role. "KMSKey" → kms, key. "S3" stays whole. */
const partsOf = (token: string): readonly string[] =>
  token
    .replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')

const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and another any are arent as at aws be because been before being but by can cannot cant could couldnt did didnt do
  does doesnt doing dont even for from get gets getting got had has have having he her here his how i if im in into is isnt it its ive just
  keep keeps me my not now of off on one only or our out over own please she should shouldnt so some than that the their them then there these they
  this those though till to too try trying under until up us very want wants was wasnt we were werent what when where whether which while who whom
  whose why will with wont would you your
  aber als am auf aus bei bin darf das dass dem den der die ein eine einen einer es fuer für hat ich im ist kann kein keine man mein meine meinen
  meiner mir mit nach nicht oder und uns vom von warum was wer wie wir wird wo zu zum zur`.split(/\s+/),
)
