import { getCollection } from 'astro:content'
import type { APIRoute, GetStaticPaths } from 'astro'
import { ruleSections } from '../../../content/rules/index.ts'
import { articleTwin, billingPagesTwin } from '../../docs/markdown-twin.ts'

export const getStaticPaths = (async () =>
  (await getCollection('docs')).map(({ id, body = '', data: { title, description = '' } }) => ({
    params: { path: id === 'index' ? undefined : id },
    props: { id, title, description, body },
  }))) satisfies GetStaticPaths

/** An article as Markdown. */
export const GET: APIRoute<Parameters<typeof articleTwin>[0]> = ({ props }) => new Response(articleTwin(props, shown))

const allRules = ruleSections
  .map(({ title, rules }) => `### ${title}\n\n${rules.map(({ number, says }) => `- ${number}: ${says}`).join('\n')}`)
  .join('\n\n')

/** What components show, as Markdown. One that is not here only works in a browser. */
const shown: ReadonlyMap<string, string> = new Map([
  ['Rules', allRules],
  ['BillingPages', billingPagesTwin()],
])
