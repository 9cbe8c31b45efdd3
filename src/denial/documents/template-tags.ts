/** A resource whose tags a pasted template sets, or a pasted output shows. */
export interface TaggedResource {
  /** "aws_instance.web", "Web", or its ARN. */
  readonly name: string
  /** Can it be the caller of a call? Then its tags are the caller's, too. */
  readonly isPrincipal: boolean
  readonly tags: readonly (readonly [key: string, value: string])[]
}

/** Longer texts are logs, and a template has fewer resources. */
const mostText = 200_000
const mostResources = 50

/**
 * The tags that Terraform's resources, CloudFormation's resources in YAML, and outputs in JSON have, line by line. Values that a template makes up are left
 * out.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
 */
export function taggedResources(text: string): readonly TaggedResource[] {
  if (text.length > mostText || !/\btags\b/i.test(text)) return []
  const lines = text.split('\n')
  return [...ofTerraform(lines), ...ofStacks(lines), ...ofOutputs(text)]
    .filter(({ tags }) => tags.length > 0)
    .slice(0, mostResources)
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** The lines behind one, as long as they're indented more than it. */
function blockBehind(lines: readonly string[], at: number, indent: number): readonly string[] {
  let end = at + 1
  while (end < lines.length && (lines[end]?.trim() === '' || indentOf(lines[end] ?? '') > indent)) end++
  return lines.slice(at + 1, end)
}

const pairInHcl = /"?([\w:./@+-]{1,128})"?\s{0,40}[=:]\s{0,40}"([^"$%\\\n]{0,256})"/g

function* ofTerraform(lines: readonly string[]): Generator<TaggedResource> {
  for (const [at, line] of lines.entries()) {
    const [, type, name] = /^\s{0,40}resource\s+"(aws_\w{1,60})"\s+"([\w-]{1,80})"\s*\{/.exec(line) ?? []
    if (type === undefined || name === undefined) continue
    const block = blockBehind(lines, at, indentOf(line))
    const start = block.findIndex((each) => /^\s*tags\s*=\s*(?:merge\([^{]{0,100})?\{/.test(each))
    if (start < 0) continue
    const first = (block[start] ?? '').replace(/^[^{]*\{/, '')
    const behind = first.includes('}') ? [] : blockBehind(block, start, indentOf(block[start] ?? ''))
    const written = [first.split('}')[0] ?? '', ...behind].join('\n')
    yield {
      name: `${type}.${name}`,
      isPrincipal: /^aws_iam_(?:role|user)$/.test(type),
      tags: [...written.matchAll(pairInHcl)].map(([, key = '', value = '']) => [key, value]),
    }
  }
}

function* ofStacks(lines: readonly string[]): Generator<TaggedResource> {
  for (const [at, line] of lines.entries()) {
    const [, type] = /^\s{1,40}Type:\s*["']?(AWS::\w{1,40}::\w{1,60})["']?\s*$/.exec(line) ?? []
    const [, name] = /^\s{1,40}(\w{1,80}):\s*$/.exec(lines[at - 1] ?? '') ?? []
    if (type === undefined || name === undefined) continue
    const block = blockBehind(lines, at - 1, indentOf(lines[at - 1] ?? ''))
    const start = block.findIndex((each) => /^\s*Tags:\s*$/.test(each))
    if (start < 0) continue
    const indent = indentOf(block[start] ?? '')
    // A list can begin below the first letter of its key.
    const listed = blockBehind(block, start, indent - 1).filter(
      (each) => indentOf(each) > indent || /^\s*- /.test(each),
    )
    yield { name, isPrincipal: /^AWS::IAM::(?:Role|User)$/.test(type), tags: pairsInYaml(listed) }
  }
}

/** "- Key: team" and "Value: blue" in either order, or "team: blue". */
function pairsInYaml(lines: readonly string[]): readonly (readonly [string, string])[] {
  const fields = lines.flatMap((line) => {
    const [, key, value] =
      /^[\s-]*["']?([\w:./@+-]{1,128}?)["']?:\s+["']?([^"'$!{}\n]{0,256}?)["']?\s*$/.exec(line) ?? []
    return key === undefined || value === undefined ? [] : [[key, value] as const]
  })
  const keys = fields.filter(([key]) => key === 'Key')
  if (keys.length === 0) return fields
  const values = fields.filter(([key]) => key === 'Value')
  return keys.length === values.length ? keys.map(([, key], i) => [key, values[i]?.[1] ?? '']) : []
}

/** An output of the AWS CLI shows what is deployed: its ARN, and its tags. */
function* ofOutputs(text: string): Generator<TaggedResource> {
  const lists = text.matchAll(/"Tags(?:List)?"\s{0,20}:\s{0,20}\[([^[\]]{0,5000})\]/gi)
  for (const { index, 1: list = '' } of [...lists].slice(0, mostResources)) {
    const before = text.slice(Math.max(0, index - 2000), index)
    const arn = [...before.matchAll(/"\w{0,40}arn"\s{0,20}:\s{0,20}"(arn:[^"\s]{1,300})"/gi)].at(-1)?.[1]
    if (arn === undefined) continue
    const tags = [...list.matchAll(/\{[^{}]{0,600}\}/g)].flatMap(([pair]): readonly (readonly [string, string])[] => {
      const key = /"Key"\s{0,20}:\s{0,20}"([^"\\]{1,128})"/i.exec(pair)?.[1]
      const value = /"Value"\s{0,20}:\s{0,20}"([^"\\]{0,256})"/i.exec(pair)?.[1]
      return key === undefined || value === undefined ? [] : [[key, value]]
    })
    yield { name: arn, isPrincipal: /:iam::\d{12}:(?:role|user)\//.test(arn), tags }
  }
}
