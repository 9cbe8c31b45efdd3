import { getCollection } from 'astro:content'
import type { APIRoute, GetStaticPaths } from 'astro'

export const getStaticPaths = (async () =>
  (await getCollection('examples')).map(({ id, data }) => ({
    params: { name: id },
    props: { data },
  }))) satisfies GetStaticPaths

/** One example, for the checker to load when it is chosen. */
export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.data))
