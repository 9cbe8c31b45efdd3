import type { Span } from '../../text/index.ts'

/** Reads YAML and writes the same as JSON; undefined where it is none. Handed in, because a reader of YAML is large. */
export type ToJson = (yaml: string) => string | undefined

/** A line at the left margin that a template, an output or a policy in YAML begins with. */
const start =
  /^(?:AWSTemplateFormatVersion|Resources|Description|Statement|Version|Policy|PolicyName|PolicyVersion|Role|RoleName|UserName|GroupName|PolicyDocument|AssumeRolePolicyDocument)\s{0,4}:/m
/** Lines that can stand at the margin inside of YAML. */
const inside = /^(?:\s|#|-|[\w"'.-]{1,80}\s{0,4}:|$)/

/** How many paragraphs after the block can be taken for a part of it. */
const mostTries = 8

/**
 * Where a block of YAML with a policy in it may stand: the longest first, then without its last paragraph, and so on, for what follows
 * may look like YAML ("User: …"). None where a text has no such block. Linear in the text.
 */
export function yamlChunks(text: string): readonly Span[] {
  const from = start.exec(text)?.index
  if (from === undefined || !/\bStatement\s{0,4}:/.test(text)) return []
  const ends: number[] = []
  let at = from
  let isBlank = false
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline + 1
    const line = text.slice(at, Math.min(end, at + 100)).trimEnd()
    if (!inside.test(line)) break
    if (isBlank && /^\w/.test(line)) ends.push(at)
    isBlank = line === ''
    at = end
  }
  return [at, ...ends.reverse().slice(0, mostTries)].map((to) => ({ from, to }))
}
