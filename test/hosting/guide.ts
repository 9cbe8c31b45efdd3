import { readFileSync } from 'node:fs'

const guide = readFileSync('content/hosting/servers.mdx', 'utf8')

/** A code block of the hosting guide, unchanged: the first of its language, or a later one. */
export function blockOf(language: string, which = 0): string {
  const blocks = [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))]
  const text = blocks[which]?.[1]
  if (text === undefined) throw new Error(`the guide has no block ${which} of ${language}`)
  return text
}
