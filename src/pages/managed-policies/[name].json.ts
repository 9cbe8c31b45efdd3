import type { APIRoute } from 'astro'
import { loadManagedPolicies } from '../../hosting/load-managed-policies.ts'

export async function getStaticPaths() {
  const policies = await loadManagedPolicies()
  return [...policies].map(([name, { document }]) => ({ params: { name }, props: { document } }))
}

/** The current document of one AWS managed policy. */
export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.document))
