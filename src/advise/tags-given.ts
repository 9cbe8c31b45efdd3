import { type TaggedResource, taggedResources } from '../denial/index.ts'
import { messagesOf, type Text } from '../words/index.ts'

const told = messagesOf('tags-given', {
  resource:
    '{{name}} has the tag {{tag}} = {{value}} in what you pasted. If that’s deployed and {{name}} is the resource of the call, `aws:ResourceTag/{{tag}}` is `{{value}}`. The answer doesn’t count on it: enter the value to see what it leads to.',
  caller:
    '{{name}} has the tag {{tag}} = {{value}} in what you pasted. If that’s deployed and {{name}} makes the call, `aws:PrincipalTag/{{tag}}` is `{{value}}`. The answer doesn’t count on it: enter the value to see what it leads to.',
})

/** More sentences than these are a list that no one reads. */
const most = 4

/** The tags in what was pasted that a condition of the policies is about. What is deployed can differ from a template, so they are told and not used. */
export function tagsGiven(pasted: string, policies: readonly { readonly text: string }[]): readonly Text[] {
  const conditions = policies.map(({ text }) => text.toLowerCase()).join('\n')
  const isAsked = (kind: string, tag: string): boolean => conditions.includes(`${kind}tag/${tag.toLowerCase()}`)
  return taggedResources(pasted).flatMap(sentences(isAsked)).slice(0, most)
}

const sentences =
  (isAsked: (kind: string, tag: string) => boolean) =>
  ({ name, isPrincipal, tags }: TaggedResource): readonly Text[] =>
    tags.flatMap(([tag, value]) => {
      if (isPrincipal && isAsked('principal', tag)) return [told('caller', { name, tag, value })]
      return isAsked('resource', tag) ? [told('resource', { name, tag, value })] : []
    })
