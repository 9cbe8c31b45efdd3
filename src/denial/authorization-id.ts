import type { Spotted } from './spotter.ts'

/** Where AWS keeps its own record of a denial. */
export interface Authorization {
  /** Names the record; anyone who has it and the permission can read the record. */
  readonly id: string
  /** The Region of the denial: the record can be read only there. Undefined where the text doesn't name it. */
  readonly region: string | undefined
  /** The page of the console that shows the record. */
  readonly link: string | undefined
}

/** The text around the words that introduce an ID. */
const before = 600
const behind = 1_200
/**
 * A single line break can hide one of the two places that introduce it, not both. The feature is called Access Troubleshooter: links can have that
 * name, too, and texts the operation's name without “Request”.
 */
const introduction =
  /authorization[\s-]{1,40}(?:details\s{0,40}\/|id\s{0,40}[:=])|--authorization-id|Get(?:Request)?AuthorizationDetails|access-troubleshooter/i
export const authorizationHints: readonly RegExp[] = [introduction]

/**
 * The authorization ID at the end of AWS's message, in any wrapping: the link names it and the Region, and the sentence names it again. Undefined
 * where there's none. Linear in the text.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html
 */
export function readAuthorization(text: string, spotted: Spotted): Authorization | undefined {
  const at = spotted.mayHave(introduction) ? text.search(introduction) : -1
  if (at < 0) return undefined
  const window = text.slice(Math.max(0, at - before), at + behind)
  // A line can be broken anywhere, in the ID, too; quotes, brackets, and Markdown stand around it. The link ends with words, so it's read whole.
  const compact = window.replaceAll(/\\[nrt]|[\s"'`*<>()[\]|\\]+/g, '')
  const link = /authorization-?details\/([0-9A-Za-z]{8,256}?)(?:forcompletedetails|https?:|,|;|\.|$)/i.exec(
    compact,
  )?.[1]
  const other = link === undefined ? troubleshooterLink(window) : undefined
  const id = link ?? other ?? named(window)
  if (id === undefined) return undefined
  const region = regionIn(compact)
  // Our link has the form that AWS documents. Whether it also opens what another form names isn't known.
  return { id, region, link: region === undefined || other !== undefined ? undefined : linkTo(id, region) }
}

/** In a link to "access-troubleshooter": behind a slash, or as a parameter. IDs have a digit, and words of an address don't. */
const troubleshooterLink = (text: string): string | undefined =>
  /access-troubleshooter[\w/?&#=.-]{0,80}?[/=]((?=[A-Za-z]{0,40}\d)[0-9A-Za-z]{8,256})(?![\w-])/i.exec(text)?.[1]

/** Behind "authorization id:", with or without the colon, or as the argument of the command. */
const named = (text: string): string | undefined =>
  /authorization\s{1,40}id:[\s"'`*<([]{0,9}([0-9A-Za-z]{8,256})/i.exec(text)?.[1] ??
  /authorization[\s-]{0,40}id["']?(?:[\s"'`*<([:=]|is\s){1,9}((?=[A-Za-z]{0,40}\d)[0-9A-Za-z]{8,256})/i.exec(
    text,
  )?.[1] ??
  /--authorization-id[\s=]{1,9}["']?([0-9A-Za-z]{8,256})/.exec(text)?.[1]

const region = /[a-z]{2}(?:-[a-z]+){1,3}-\d/

const regionIn = (compact: string): string | undefined =>
  new RegExp(`[?&;]region=(${region.source})`).exec(compact)?.[1] ??
  new RegExp(`//(${region.source})\\.console\\.`).exec(compact)?.[1]

/** AWS's own link. Each partition has a console of its own. */
function linkTo(id: string, region: string): string {
  const host = region.startsWith('cn-')
    ? 'console.amazonaws.cn'
    : region.startsWith('us-gov-')
      ? 'console.amazonaws-us-gov.com'
      : 'console.aws.amazon.com'
  return `https://${region}.${host}/iam/home?region=${region}#/authorization-details/${id}`
}
