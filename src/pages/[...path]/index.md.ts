import { getCollection } from 'astro:content'
import type { APIRoute, GetStaticPaths } from 'astro'
import { componentTwins } from '../../site/component-twins.ts'
import { articleTwin } from '../../site/markdown-twin.ts'

export const getStaticPaths = (async () =>
  (await getCollection('docs')).map(({ id, body = '', data: { title, description = '' } }) => ({
    params: { path: id === 'index' ? undefined : id },
    props: { id, title, description, body },
  }))) satisfies GetStaticPaths

/** An article as Markdown. */
export const GET: APIRoute<Parameters<typeof articleTwin>[0]> = ({ props }) =>
  new Response(articleTwin(props, componentTwins))
