// Loaded only for texts that aren't plain policy documents, because grammars are large.
import { readAll } from '../denial/index.ts'
import { languagesFor } from '../session/languages.ts'
import { originOf, type Span } from '../text/index.ts'

/** A policy that was found in a text. */
export interface FoundPolicy {
  readonly name: string | undefined
  readonly text: string
  readonly placeOf: (span: Span) => Span
}

/** The policies in a template, a Terraform file or plan, Markdown, or an output of the AWS CLI. */
export async function policiesInText(text: string): Promise<{ readonly policies: readonly FoundPolicy[] }> {
  const { documents } = readAll(text, await languagesFor([text]))
  return {
    policies: documents.map((policy) => ({
      name: policy.name,
      text: policy.text,
      placeOf: (span) => originOf(policy.places, span) ?? policy.span,
    })),
  }
}
