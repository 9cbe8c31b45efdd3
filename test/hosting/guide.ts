import { readFileSync } from 'node:fs'

const guide = readFileSync('content/hosting/servers.mdx', 'utf8')

/** A block of code in the hosting guide, as it stands there: the first of its language, or one behind it. */
export function blockOf(language: string, which = 0): string {
  const blocks = [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))]
  const text = blocks[which]?.[1]
  if (text === undefined) throw new Error(`the guide has no block ${which} of ${language}`)
  return text
}
