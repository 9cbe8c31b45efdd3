// The contract for links that open the checker with something in it. content/tools/links.mdx describes it for other products.

/** What a link brings. Everything in it comes from elsewhere. */
export interface LinkIn {
  /** The error, or anything else that someone would paste into the box at the top. */
  readonly paste: string | undefined
  /** One text per policy. */
  readonly policies: readonly string[]
  /** A whole case, packed: `fromFragment` reads it. Counts only where there is neither a paste nor a policy. */
  readonly packedCase: string | undefined
}

/** Mail and chat programs cut longer addresses, so that no link is made with a fragment of more characters. */
export const longestFragment = 30_000

/** Policies beyond this number are left out. */
const mostPolicies = 20

/** The fragment ("#paste=…&policy=…") that opens the checker with these texts; undefined where it would be too long to be passed on. */
export function writeLink(paste: string, policies: readonly string[] = []): string | undefined {
  const given = [
    ...(paste.trim() === '' ? [] : [`paste=${encode(paste)}`]),
    ...policies.filter((text) => text.trim() !== '').map((text) => `policy=${encode(text)}`),
  ]
  const fragment = given.length === 0 ? '' : `#${given.join('&')}`
  return fragment.length > longestFragment ? undefined : fragment
}

/** Half of a pair of characters, which a cut selection can end with, can't be encoded. */
const encode = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\u{fffd}'))

/** What the fragment of an address ("#paste=…") brings; undefined where it brings nothing. A plus sign is a plus sign, and "%" without two digits stays as it is. */
export function readLink(hash: string): LinkIn | undefined {
  const given = new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'))
  const [paste, packedCase] = [given.get('paste') ?? undefined, given.get('case') ?? undefined]
  const policies = given.getAll('policy').slice(0, mostPolicies)
  return paste === undefined && packedCase === undefined && policies.length === 0
    ? undefined
    : { paste, policies, packedCase }
}
