import type { APIRoute, GetStaticPaths } from 'astro'
import { loadReference } from '../../../hosting/load-reference.ts'
import type { Service } from '../../../reference/index.ts'
import { serviceTwin } from '../../../site/markdown-twin.ts'

export const getStaticPaths = (async () =>
  [...(await loadReference()).services.values()].map((service) => ({
    params: { service: service.prefix },
    props: { service },
  }))) satisfies GetStaticPaths

/** A service as Markdown. */
export const GET: APIRoute<{ service: Service }> = ({ props }) => new Response(serviceTwin(props.service))
