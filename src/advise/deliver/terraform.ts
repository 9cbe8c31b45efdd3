import type { Holder } from '../holder.ts'
import { places, withName } from '../places.ts'
import type { Say } from './say.ts'

/** A Terraform resource that holds the document; undefined where Terraform has none. The rest of the resource is the reader's: it is named in a comment. */
export function toTerraform(document: string, { is, ...names }: Holder, say: Say): string | undefined {
  const shape = places[is].terraform
  if (!shape) return undefined
  const { type, lines, field } = shape
  return [
    `resource "${type}" "this" {`,
    ...lines.map((line) => `  ${say(withName(line, names))}`),
    `  ${field} = <<-${endOf(document)}`,
    ...escaped(document)
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
    `  ${endOf(document)}`,
    '}',
  ].join('\n')
}

/** Policy variables look like Terraform's own: doubling the sign keeps them. */
const escaped = (document: string): string => document.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)

function endOf(document: string): string {
  let end = 'JSON'
  while (document.split('\n').some((line) => line.trim() === end)) end += '_'
  return end
}
