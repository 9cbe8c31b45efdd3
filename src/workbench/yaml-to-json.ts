import type { ScalarTag } from 'yaml'
import { parseDocument } from 'yaml'

/** CloudFormation's short forms, as its JSON writes them. The others keep their value. */
const short = (name: string): ScalarTag => ({
  tag: `!${name}`,
  resolve: (text) => (name === 'Sub' ? text : `\${${text}}`),
})

/** YAML as JSON text, or undefined where it cannot be read. Aliases are bounded, so a small text cannot grow without end. */
export function yamlToJson(yaml: string): string | undefined {
  const document = parseDocument(yaml, {
    customTags: [short('Ref'), short('GetAtt'), short('ImportValue'), short('Sub')],
    logLevel: 'silent',
    uniqueKeys: false,
  })
  if (document.errors.length > 0) return undefined
  try {
    return JSON.stringify(document.toJS({ maxAliasCount: 100 }))
  } catch {
    return undefined
  }
}
