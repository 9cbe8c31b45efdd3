import type { APIRoute, GetStaticPaths } from 'astro'
import { loadManagedPolicies } from '../../../hosting/load-managed-policies.ts'
import { loadReference } from '../../../hosting/load-reference.ts'
import type { Service } from '../../../reference/index.ts'
import { serviceTwin } from '../../../site/markdown-twin.ts'
import { managedPoliciesByService } from '../../../site/service-help/own-managed-policies.ts'

export const getStaticPaths = (async () => {
  const { services, prefixes } = await loadReference()
  const managed = managedPoliciesByService(await loadManagedPolicies(), prefixes)
  return [...services.values()].map((service) => ({
    params: { service: service.prefix },
    props: { service, managed: managed.get(service.prefix) ?? [] },
  }))
}) satisfies GetStaticPaths

/** A service as Markdown. */
export const GET: APIRoute<{ service: Service; managed: readonly string[] }> = ({ props: { service, managed } }) =>
  new Response(serviceTwin(service, managed))
