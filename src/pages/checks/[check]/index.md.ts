import type { APIRoute, GetStaticPaths } from 'astro'
import { loadReference } from '../../../hosting/load-reference.ts'
import { type CheckEntry, checkCatalogue } from '../../../site/check-catalogue.ts'
import { checkTwin } from '../../../site/markdown-twin.ts'

export const getStaticPaths = (async () =>
  checkCatalogue(await loadReference()).map((entry) => ({
    params: { check: entry.slug },
    props: { entry },
  }))) satisfies GetStaticPaths

/** A check as Markdown. */
export const GET: APIRoute<{ entry: CheckEntry }> = ({ props }) => new Response(checkTwin(props.entry))
