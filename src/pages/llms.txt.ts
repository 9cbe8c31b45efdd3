import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'
import { loadReference } from '../hosting/load-reference.ts'
import { checkCatalogue } from '../site/check-catalogue.ts'
import { guides } from '../site/guides/index.ts'
import { llmsShelves } from '../site/shelves.ts'

/** What there is to read as Markdown, as https://llmstxt.org has it. */
export const GET: APIRoute = async () => {
  const articles = await getCollection('docs')
  const reference = await loadReference()
  const shelf = ([folder, title]: (typeof llmsShelves)[number]): string => {
    const inside = articles.filter(({ id }) => id.startsWith(`${folder}/`))
    return `## ${title}\n\n${inside.map(({ id, data }) => `- [${data.title}](${id}/index.md): ${data.description}`).join('\n')}`
  }
  const checks = checkCatalogue(reference).map(
    ({ code, slug, title }) => `- [${code}](checks/${slug}/index.md): ${title}`,
  )
  const services = [...reference.services.values()].map(
    ({ prefix, name }) => `- [${name}](reference/${prefix}/index.md)`,
  )
  return new Response(
    [
      '# Whydenied',
      '> Why AWS said “not authorized”, and what exactly to change. Offline, in the browser.',
      `## Tools\n\n- [Checker](checker/): paste the error and the policies, and read why (needs JavaScript)\n${guides.map(({ id, title, intro }) => `- [${title}](guides/${id}/): ${intro}`).join('\n')}`,
      '## For agents\n\n- [skill.md](skill.md): when and how to use Whydenied, on the command line and as an MCP server (`npx whydenied mcp`)',
      ...llmsShelves.map(shelf),
      `## Policy checks\n\n${checks.join('\n')}`,
      '## The policy language\n\n- [Policy elements](reference/elements/index.md)\n- [Condition operators](reference/operators/index.md)\n- [Global condition keys](reference/condition-keys/index.md)',
      `## All AWS actions\n\n${services.join('\n')}`,
      '',
    ].join('\n\n'),
  )
}
