/** A Kubernetes service account that a paste describes, as far as it does. */
export interface NamedAccount {
  readonly name: string | undefined
  readonly namespace: string | undefined
}

/** Reads the service account that a workload runs as: from a manifest, Terraform, or a sentence. Takes time linear in the text. */
export const serviceAccountIn = (text: string): NamedAccount | undefined =>
  theOne([...manifestsIn(text), ...resourcesIn(text)]) ?? accountInProse(text)

interface Described extends NamedAccount {
  /** It has the annotation with a role. */
  readonly hasRole: boolean
}

/** Of several, the only one that has a role. Where that doesn't tell, none. */
function theOne(accounts: readonly Described[]): NamedAccount | undefined {
  const [only, ...more] = accounts
  if (only && more.length === 0) return only
  const [withRole, ...others] = accounts.filter(({ hasRole }) => hasRole)
  return others.length === 0 ? withRole : undefined
}

/** Longer texts list more accounts than one workload has. */
const most = 20
const annotation = 'eks.amazonaws.com/role-arn'

/** How a language writes the two values that say which service account it is. */
type Values = Readonly<Record<'name' | 'namespace', RegExp>>

const inManifest: Values = {
  name: /^[ \t]{1,40}name:[ \t]{0,8}["']?([a-z0-9.-]{1,253})["']?[ \t]*$/m,
  namespace: /^[ \t]{1,40}namespace:[ \t]{0,8}["']?([a-z0-9.-]{1,253})["']?[ \t]*$/m,
}
const inTerraform: Values = {
  name: /^[ \t]{0,40}name[ \t]{0,20}=[ \t]{0,4}"([a-z0-9.-]{1,253})"/m,
  namespace: /^[ \t]{0,40}namespace[ \t]{0,20}=[ \t]{0,4}"([a-z0-9.-]{1,253})"/m,
}

const placeIn = (text: string, { name, namespace }: Values) => ({
  name: name.exec(text)?.[1],
  namespace: namespace.exec(text)?.[1],
})

/** Kubernetes manifests of a ServiceAccount: the name and namespace of its metadata. */
function manifestsIn(text: string): readonly Described[] {
  const kinds = [...text.matchAll(/^[ \t]{0,40}kind:\s{0,4}["']?ServiceAccount\b/gm)].slice(0, most)
  return kinds.map(({ index }, i) => {
    const isAlone = kinds.length === 1
    const start = Math.max(text.lastIndexOf('\n---', index), isAlone ? 0 : (kinds[i - 1]?.index ?? 0))
    const separator = text.indexOf('\n---', index)
    const end = Math.min(separator < 0 ? text.length : separator, kinds[i + 1]?.index ?? text.length)
    const manifest = text.slice(start, end)
    return { ...placeIn(manifest, inManifest), hasRole: manifest.includes(annotation) }
  })
}

/** `resource "kubernetes_service_account" "app" { … }` of Terraform. What comes from elsewhere isn't known. */
function resourcesIn(text: string): readonly Described[] {
  const heads = text.matchAll(
    /\bresource[ \t]{1,8}"kubernetes_service_account(?:_v1)?"[ \t]{1,8}"[^"]{1,100}"[ \t]{0,8}\{/g,
  )
  return [...heads].slice(0, most).flatMap(({ index, 0: head }): readonly Described[] => {
    const from = index + head.length
    const next = text.indexOf('\nresource ', from)
    const block = text.slice(from, Math.min(from + 1500, next < 0 ? text.length : next))
    const account = { ...placeIn(block, inTerraform), hasRole: block.includes(annotation) }
    return account.name === undefined && account.namespace === undefined ? [] : [account]
  })
}

const label = '["\'`“]?([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)["\'`”]?'
const nameFirst = new RegExp(
  `\\bservice ?account (?:(?:named|called|is) )?${label} (?:(?:is|lives|runs) )?in (?:the )?(?:namespace ${label}|${label} namespace)`,
  'i',
)

/** "the service account reader in the namespace shop", as people write it around their error. */
function accountInProse(text: string): NamedAccount | undefined {
  const [found, name, namespace, before] = nameFirst.exec(text) ?? []
  const names = [name, namespace ?? before]
  if (found === undefined || names.some((each) => each !== undefined && noName.test(each))) return undefined
  return { name, namespace: namespace ?? before }
}

/** Words instead of a name. */
const noName =
  /^(?:is|was|are|and|or|i|it|that|this|which|exists|an?|the|right|same|correct|wrong|other|another|different|proper|given|target|own|my|our|your|its|kubernetes|cluster)$/i
