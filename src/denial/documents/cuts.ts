import type { JsonMember, JsonNode, JsonObject, Span } from '../../text/index.ts'
import type { PastedPolicy } from './pasted.ts'
import type { Source } from './source.ts'

interface Part extends Pick<Source, 'span' | 'language' | 'tree'> {
  readonly policies: readonly Pick<PastedPolicy, 'span'>[]
}

/**
 * What a part takes out of the text: all of it, but in YAML and Terraform the workflow, the pod, or the service account next to the policy, because these
 * say what a token holds.
 */
export function cutsOf(part: Part, text: string): readonly { readonly span: Span }[] {
  const { span, policies } = part
  const kept = (part.language === 'Terraform' ? workloadsIn(text, span) : keptOf(part)).filter(
    ({ from, to }) => !policies.some((policy) => from <= policy.span.from && policy.span.to <= to),
  )
  const cuts: { readonly span: Span }[] = []
  let from = span.from
  for (const each of kept) {
    if (from < each.from) cuts.push({ span: { from, to: each.from } })
    from = each.to
  }
  return [...cuts, { span: { from: Math.min(from, span.to), to: span.to } }]
}

/** The parts of YAML that stay, each with the line break behind it: the next one begins a line of its own. */
function keptOf({ language, tree }: Part): readonly Span[] {
  if (language !== 'YAML') return []
  return (tree.kind === 'array' ? tree.items : [tree]).flatMap((document) => {
    if (document.kind !== 'object') return []
    const { members } = document
    const keeps = keptInYaml(document)
    return members.flatMap((each, i) =>
      keeps(each)
        ? [{ from: each.key.span.from, to: Math.max(each.value.span.to, members[i + 1]?.key.span.from ?? 0) }]
        : [],
    )
  })
}

/** `resource "kubernetes_service_account" "app" { … }`, up to the bracket that begins a line, with the line break. */
function workloadsIn(text: string, { from, to }: Span): readonly Span[] {
  const code = text.slice(from, to)
  const heads = code.matchAll(/^[ \t]{0,20}resource[ \t]{1,8}"(?:kubernetes_service_account(?:_v1)?|helm_release)"/gm)
  let end = 0
  return [...heads].flatMap(({ index }) => {
    if (index < end) return []
    const close = code.indexOf('\n}', index)
    const next = close < 0 ? -1 : code.indexOf('\n', close + 2)
    end = next < 0 ? code.length : next + 1
    return [{ from: from + index, to: from + end }]
  })
}

/** The top of a GitHub workflow. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
const ofWorkflow: ReadonlySet<string> = new Set(['on', 'permissions', 'env', 'jobs'])
/** The top of a Kubernetes manifest. https://kubernetes.io/docs/concepts/overview/working-with-objects/ */
const ofManifest: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec'])

function keptInYaml({ members }: JsonObject): (member: JsonMember) => boolean {
  const has = (name: string): boolean => members.some(({ key }) => key.value === name)
  const [isWorkflow, isManifest] = [has('jobs'), has('apiVersion') && has('kind')]
  return ({ key, value }) =>
    (isWorkflow && ofWorkflow.has(key.value)) || (isManifest && ofManifest.has(key.value)) || isError(key.value, value)
}

/** "AccessDeniedException: User: …" above a template is the error, though it has the form of a YAML member. */
const isError = (key: string, { kind }: JsonNode): boolean =>
  kind === 'string' && /(?:Exception|Error|Denied|DeniedAccess|Failure|Unauthorized\w{0,20})$/i.test(key.slice(-60))
