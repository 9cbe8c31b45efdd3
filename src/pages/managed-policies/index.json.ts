import type { APIRoute } from 'astro'
import { loadManagedPolicies } from '../../hosting/load-managed-policies.ts'

/** The names of AWS managed policies, and the day of the newest change in the data. */
export const GET: APIRoute = async () => {
  const policies = await loadManagedPolicies()
  const days = [...policies.values()].map(({ changed }) => changed.slice(0, 10)).sort()
  return new Response(JSON.stringify({ date: days.at(-1) ?? '', names: [...policies.keys()].sort() }))
}
