// Replaces names token by token, so that "mary.major", "mary-laptop", and "team-*" keep what they have in common.
import { learnNames } from './learn.ts'
import type { Kind, Placeholders } from './placeholders.ts'
import { readFragments } from './wildcards.ts'
import { isCommon, isNobody } from './words.ts'

const nameKind: Kind = { make: (n) => `name${n}`, made: /(?<![A-Za-z0-9])[Nn][Aa][Mm][Ee]\d+x?(?![A-Za-z0-9])/ }
/** Spellings of one name that differ in case only. */
const spellings = 'Name NAME nAme naMe namE NAme NaMe NamE nAMe nAmE naME NAMe NAmE NaME nAME'.split(' ')

const separator = '(?::|%3A)'
/** Bounded: a run of megabytes overflows the stack of the pattern. */
const run = String.raw`[\p{L}\p{N}]{1,1024}`
/** JSON in JSON in JSON: each level doubles the escapes. Bounded, because a run of them is looked at from each of its letters. */
const slashes = String.raw`\\{0,31}`
/** What is read as a whole, in this order. */
const scanner = new RegExp(
  [
    // Values that name no one
    String.raw`${slashes}"(?:event(?:Name|Source|Type|Category)|errorCode|awsRegion|invokedBy|type|Effect|Version)${slashes}"\s{0,9}:\s{0,9}${slashes}"[^"]{0,200}"`,
    String.raw`(?<action>(?<![\w:/.@-])(?!(?:user|role|group|repo|name|owner|session|profile|principal|by|from|for|to):)[a-z][a-z0-9-]{1,40}:[A-Z*][\w*?]{0,100}(?![\w:/]))`,
    String.raw`(?<head>arn${separator}aws[a-z-]{0,20}${separator}(?<service>[a-z0-9-]{0,40})${separator}[a-z0-9-]{0,30}${separator}(?<account>[\w*?-]{0,40})${separator})(?<rest>[^\s"'<>\\,;|]{0,2048})`,
    String.raw`(?<quoted>"[^"\\\s:]{1,200}${slashes}"(?!\s{0,5}:))`,
    String.raw`\\u[0-9a-fA-F]{4}|%[0-9A-Fa-f]{2}`,
    String.raw`(?<word>(?:\\{1,31}[nrtbf]?)?${run})`,
  ].join('|'),
  'gu',
)
const inner = new RegExp(`%[0-9A-Fa-f]{2}|${run}`, 'gu')
/** Before a name in prose, in options, and in addresses of S3, which have the same names as ARNs: there, common words are names, too. */
const nameBefore =
  /(?:\b(?:user|role|group|session|profile|actor|login)(?:[ _-]?name)?["'\\]{0,6}[\s:=>]{1,6}["'“‘`*\\]{0,4}|\/home\/|[\\/]Users[\\/]{0,4}|(?:PROFILE|USER|LOGNAME|ACTOR|REPOSITORY)=|\b(?:repo|project_path|organization):|\b(?:github|gitlab|bitbucket)\.(?:com|org)[/:]|(?:@|%40)|\bs3[an]?:\/\/|--bucket[ =]["']?)[\w+=,.@/-]{0,64}$/i

/** True if the text around a common word shows that the word is a name. */
const isInName = (text: string, from: number, to: number): boolean =>
  nameBefore.test(text.slice(Math.max(0, from - 100), from)) ||
  /^[\w.+-]{0,64}(?:(?:@|%40)[\w-]|\.s3[.-])/.test(text.slice(to, to + 70))

export interface Names {
  /** Replaces the names in any text. */
  text(text: string): string
  /** The same for a text that is a value by itself: an ARN, a name, a path. */
  value(text: string): string
}

export function createNames(
  texts: readonly string[],
  placeholders: Placeholders,
  options: { readonly buckets: boolean },
): Names {
  const learned = learnNames(texts, options)
  const fragments = readFragments(texts, learned)
  const variants = new Map<string, Map<string, string>>()

  function code(token: string): string {
    if (new RegExp(`^(?:${nameKind.made.source})$`).test(token)) return token
    const small = token.toLowerCase()
    const number = placeholders.of(nameKind, small).slice('name'.length)
    if (token === small) return `name${number}`
    const own = variants.get(small) ?? new Map<string, string>()
    variants.set(small, own)
    const spelling = own.get(token) ?? spellings[own.size]
    if (spelling === undefined) return placeholders.of(nameKind, `${small}\u0000${token}`)
    own.set(token, spelling)
    return spelling + number
  }

  /** The replacement of a token that is a name, or part of a pattern for names. */
  function replaced(token: string): string {
    const pieces = fragments.pieces(token)
    if (!pieces) return code(token)
    return pieces
      .map((piece) => (piece === '' || fragments.isKept(piece) || piece.length < 2 ? piece : `${code(piece)}x`))
      .join('')
  }

  const isName = (token: string): boolean => learned.has(token.toLowerCase()) && !isNobody(token)
  /** True where a pattern for a name matches this token, too: then both change. */
  const sharesPattern = (token: string): boolean =>
    !isNobody(token) &&
    (fragments.pieces(token)?.some((piece) => piece.length >= 4 && !fragments.isKept(piece)) ?? false)

  /** All names in a place where names stand. */
  const inPlace = (text: string): string =>
    text.replace(inner, (token) => (isName(token) || sharesPattern(token) ? replaced(token) : token))

  function inArn(
    head: string,
    rest: string,
    { service, account }: { readonly service: string; readonly account: string },
  ): string {
    if (account === 'aws' || /^role(?:\/|%2F)aws-service-role(?:\/|%2F)/i.test(rest)) return head + rest
    const type = service === 's3' ? '' : (/^[a-z0-9-]{1,40}(?:[/:]|%2F|%3A)/i.exec(rest)?.[0] ?? '')
    return head + type + inPlace(rest.slice(type.length))
  }

  function inText(word: string, text: string, at: number): string {
    const [, slashes = '', token = ''] = /^(\\*)(.*)$/su.exec(word) ?? []
    const [lead, name] =
      slashes !== '' && !isName(token) ? [slashes + token.slice(0, 1), token.slice(1)] : [slashes, token]
    if (!isName(name)) return word
    if (isCommon(name) && !isInName(text, at, at + word.length)) return word
    return lead + replaced(name)
  }

  function inMatch({ 0: found, index, groups }: RegExpExecArray, given: string): string {
    if (groups?.word !== undefined) return inText(found, given, index)
    if (groups?.head !== undefined)
      return inArn(groups.head, groups.rest ?? '', { service: groups.service ?? '', account: groups.account ?? '' })
    return groups?.quoted === undefined ? found : inPlace(found)
  }

  function text(given: string): string {
    const parts: string[] = []
    let at = 0
    for (const match of given.matchAll(scanner)) {
      const replacement = inMatch(match, given)
      if (replacement === match[0]) continue
      parts.push(given.slice(at, match.index), replacement)
      at = match.index + match[0].length
    }
    return parts.join('') + given.slice(at)
  }
  return { text, value: (given) => (/\s|:/.test(given) ? text(given) : inPlace(given)) }
}
