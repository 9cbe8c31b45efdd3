/** A service account that a Terraform module trusts, and the name of the one that the same code creates. */
export interface OtherName {
  /** The entry of namespace_service_accounts, as the code has it. */
  readonly entry: string
  /** The name behind its last colon, and the name of the service account. */
  readonly trusted: string
  readonly created: string
}

/** Longer pastes hold the module in their first part. */
const longest = 50_000

/** The entries of namespace_service_accounts. https://github.com/terraform-aws-modules/terraform-aws-iam */
const listed = /\bnamespace_service_accounts[ \t]{0,20}=[ \t]{0,4}\[((?:"[^"\n]{0,400}"|[\s,]){1,200})\]/g
const resource = /\bresource[ \t]{1,8}"kubernetes_service_account(?:_v1)?"[ \t]{1,8}"[^"]{1,100}"[ \t]{0,8}\{/g
const named = /^[ \t]{0,40}name[ \t]{0,20}=[ \t]{0,4}"([^"\n]{1,300})"/m

/**
 * The paste is Terraform that creates a service account and trusts another name, so that no token of the pods fits: a name that's written out, or one with
 * a part that's filled in. Undefined where the names agree, or where only references name them.
 */
export function otherName(paste: string): OtherName | undefined {
  const text = paste.slice(0, longest)
  const entries = [...text.matchAll(listed)].flatMap(([, list = '']) => stringsIn(list))
  const created = [...text.matchAll(resource)].flatMap(({ index, 0: head }) => {
    const name = named.exec(text.slice(index + head.length, index + head.length + 1000))?.[1]
    return name === undefined || isReference(name) ? [] : [name]
  })
  const [first] = created
  const trusted = entries.map((entry) => ({ entry, name: nameOf(entry) })).filter(({ name }) => !isReference(name))
  const [entry] = trusted
  if (first === undefined || entry === undefined || trusted.length < entries.length) return undefined
  return trusted.some(({ name }) => created.includes(name) || name.includes('*'))
    ? undefined
    : { entry: entry.entry, trusted: entry.name, created: first }
}

const stringsIn = (list: string): readonly string[] =>
  [...list.matchAll(/"([^"\n]{1,400})"/g)].flatMap(([, text]) => (text === undefined ? [] : [text]))

/** What comes after the last colon that isn't within "${…}". */
const nameOf = (entry: string): string =>
  entry.slice(entry.replace(/\$\{[^}]{0,300}\}/g, (hole) => '_'.repeat(hole.length)).lastIndexOf(':') + 1)

const isReference = (name: string): boolean => /^\$\{[^}]{0,300}\}$/.test(name)
