import type { APIRoute, GetStaticPaths } from 'astro'
import { type OperatorEntry, operatorCatalogue } from '../../../../site/language/catalogue.ts'
import { operatorTwin } from '../../../../site/language/language-twins.ts'

export const getStaticPaths = (() =>
  operatorCatalogue().map((entry) => ({
    params: { operator: entry.name.toLowerCase() },
    props: { entry },
  }))) satisfies GetStaticPaths

/** An operator as Markdown. */
export const GET: APIRoute<{ entry: OperatorEntry }> = ({ props }) => new Response(operatorTwin(props.entry))
