import type { APIRoute, GetStaticPaths } from 'astro'
import { keySlug } from '../../../../session/language-paths.ts'
import { type KeyEntry, keyCatalogue } from '../../../../site/language/catalogue.ts'
import { keyTwin } from '../../../../site/language/language-twins.ts'

export const getStaticPaths = (() =>
  keyCatalogue().map((entry) => ({
    params: { key: keySlug(entry.key.name) },
    props: { entry },
  }))) satisfies GetStaticPaths

/** A key as Markdown. */
export const GET: APIRoute<{ entry: KeyEntry }> = ({ props }) => new Response(keyTwin(props.entry))
