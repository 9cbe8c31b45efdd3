import { stringify } from 'yaml'
import type { DocumentInput, Facts, PolicyInput, Request } from '../evaluate/index.ts'
import { type JsonNode, readJson } from '../text/index.ts'
import type { WantedRequest } from './read.ts'

/** What a file of tests holds: one YAML document. */
export interface AccessTestsInput {
  readonly policies: readonly (PolicyInput | DocumentInput)[]
  readonly facts?: Facts | undefined
  readonly requests: readonly (Request & { readonly name: string; readonly expect: WantedRequest['expect'] })[]
}

/** The text of a file of tests, *.access.yaml. A policy whose text is JSON is written as a document, so that people can read and change it. */
export const writeAccessTests = (tests: readonly AccessTestsInput[]): string =>
  tests.map((each) => stringify(written(each), { lineWidth: 0, aliasDuplicateObjects: false })).join('---\n')

const written = ({ policies, facts = {}, requests }: AccessTestsInput): object => ({
  policies: policies.map(({ text, document, ...policy }) => ({
    ...policy,
    ...(document === undefined ? contentOf(text ?? '') : { document }),
  })),
  ...(Object.keys(facts).length > 0 ? { facts } : {}),
  requests: requests.map(({ name, expect, ...request }) => ({ name, ...request, expect })),
})

/** A text is kept as it is where a document would lose something: a syntax error, or a key that is there twice. */
function contentOf(text: string): object {
  const { value, problems } = readJson(text)
  return value === undefined || problems.length > 0 || hasDoubleKey(value) ? { text } : { document: JSON.parse(text) }
}

function hasDoubleKey(node: JsonNode): boolean {
  if (node.kind === 'array') return node.items.some(hasDoubleKey)
  if (node.kind !== 'object') return false
  const keys = new Set(node.members.map(({ key }) => key.value))
  return keys.size < node.members.length || node.members.some(({ value }) => hasDoubleKey(value))
}
