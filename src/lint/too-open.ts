/** Would this pattern match more than the author intended, under a key (lowercase) that names one account, organization, network, or role? */
export const isTooOpen = (key: string, raw: string): boolean =>
  sensitive.has(key) ? /[*?]/.test(raw) : key === 'aws:userid' && isOpenUserId(raw)

/** AWS doesn’t support wildcards in these. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive */
const sensitive: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpceaccount',
  'aws:vpceorgid',
])

/** "AROA…:session": a wildcard may be behind the colon, or be all that is before it. */
function isOpenUserId(raw: string): boolean {
  const colon = raw.indexOf(':')
  const id = colon < 0 ? raw : raw.slice(0, colon)
  return /[*?]/.test(id) && !(colon > 0 && id === '*')
}
